import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord } from '@dateline/local-discord';
import { followerId } from '../../../src/digest/follow.ts';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { sourceKey } from '../../../src/ingest/sources/source.ts';
import { openStories } from '../../../src/run/open-stories.ts';
import { PUBLISHED } from '../../../src/story/stored/story-records.ts';
import { VERSION } from '../../../src/version.ts';
import { buildFailures, buildFeed } from '../../support/build-source.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { collectLog } from '../../support/collect-log.ts';
import { deliverOnce } from '../../support/deliver-once.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { readSamples } from '../../support/read-samples.ts';

// Writes a small store with every kind of record, as the code at this commit writes it, and posts one edition of
// its schedule. Run it once for each release, at the release's commit:
//   node --conditions=@dateline/source --import tsx tests/store/released/write-store.ts
// `released-stores.integration.test.ts` opens the files of all releases. Their bytes differ from run to run, so an
// existing file is never written again.

const target = join(import.meta.dirname, `${VERSION}.sqlite`);
if (existsSync(target)) throw new Error(`${target} exists; a release's store does not change.`);

const folder = mkdtempSync(join(tmpdir(), 'dateline-released-'));
const path = join(folder, 'dateline.sqlite');

const slot = '2024-12-08T08:00:00.000Z';
const changedAt = '2024-12-07T20:00:00.000Z';
const storeUrl = `sqlite:${path}`;
const discord = await openLocalDiscord({ now: () => Date.parse(slot) });
const { guildId, channelId, apiUrl, token } = discord;

const store = await openTestStore(storeUrl);
const samples = (await readSamples())
  .toSorted((a, b) => Date.parse(b.publishedAt ?? '') - Date.parse(a.publishedAt ?? ''))
  .slice(0, 30);
await store.articles.putMany(samples, new Date('2024-12-08T03:30:00Z'));
const subscriptions = [
  buildSubscription({ guildId, channelId, changedAt, name: 'Morning news', thread: 'discussion' }),
  buildSubscription({
    id: 'follow-1',
    guildId: followerId('300'),
    channelId: '500',
    changedAt,
    topics: ['flood'],
  }),
];
for (const each of subscriptions) {
  await store.records('subscriptions').put(subscriptionKey(each), each);
}
const own = buildFeed({ owner: guildId, url: 'https://quay.example/feed.xml', name: 'Quay News' });
const failing = buildFeed({ state: { failures: buildFailures('timeout') } });
for (const each of [own, failing]) await store.records('sources').put(sourceKey(each), each);
await store.records('entries').put(sourceKey(own), {
  known: [
    {
      articleId: samples[0]!.id,
      page: 'https://quay.example/1',
      titleKey: 'the harbour is open',
      day: '2024-12-07',
      digest: '0123456789abcdef',
      seenAt: changedAt,
    },
  ],
  pending: [],
});
await store.records('source-notices').put(`${sourceKey(failing)}:${channelId}`, changedAt);
const stories = openStories({
  store,
  joins: true,
  log: collectLog().log,
  onError: (error) => {
    throw error;
  },
});
stories.start();
const cursor = await store.articles.cursor();
while ((await store.records('story-batches').get(PUBLISHED))?.position !== cursor) await sleep(50);
await stories.stop();
await store.close();

await deliverOnce({ apiUrl, token, storeUrl, now: slot });
await discord.close();

// Closing has emptied the log, so the file alone is the store.
if (statSync(`${path}-wal`).size > 0) throw new Error('The log was not emptied.');
copyFileSync(path, target);
rmSync(folder, { recursive: true });
console.log(`${target}: ${statSync(target).size} bytes`);
process.exit(0);
