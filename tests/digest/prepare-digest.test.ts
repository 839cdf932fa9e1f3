import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigestCache } from '../../src/digest/digest-cache.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { editionKey } from '../../src/digest/edition.ts';
import { prepareDigest, previewDigest } from '../../src/digest/prepare-digest.ts';
import { readRecentDeliveries } from '../../src/digest/recent-deliveries.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { buildReport } from '../support/build-news.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';
import { openNews, type OpenedNews } from '../support/open-news.ts';
import { collect } from '../support/collect.ts';

const SLOT = new Date('2024-03-14T08:00:00.000Z');

let news: OpenedNews;
beforeEach(async () => {
  news = await openNews();
});
afterEach(() => news.close());

function records() {
  return {
    editions: news.store.records('editions'),
    subscriptions: news.store.records('subscriptions'),
  };
}

describe('the digest for a slot', () => {
  it('leaves out what any subscription told the channel, and begins where its own last digest ended', async () => {
    const flood = buildReport('flood', 'Harbour Post', '2024-03-14T06:00:00.000Z');
    const comet = buildReport('comet', 'Harbour Post', '2024-03-12T06:00:00.000Z');
    await news.add([flood, comet], new Date('2024-03-12T07:00:00Z'));
    const own = buildEdition({ slot: '2024-03-11T08:00:00.000Z' });
    const past: Edition[] = [
      { ...own, digest: { ...own.digest, until: own.slot, stories: [] } },
      buildEdition({
        subscriptionId: 'sub-2',
        digest: { ...own.digest, stories: [{ ...own.digest.stories[0]!, articleIds: [flood.id] }] },
      }),
    ];
    const digest = await prepareDigest(buildSubscription(), SLOT, past, news);
    expect(digest.from).toBe('2024-03-11T08:00:00.000Z');
    expect(digest.stories.map(({ articleId }) => articleId)).toEqual([comet.id]);
    expect(digest.omissions).toMatchObject([{ reason: 'already-told' }]);
  });
});

describe('the first digest of a subscription, with nothing in its window', () => {
  const OLD = buildReport('comet', 'Harbour Post', '2024-03-01T06:00:00.000Z');
  beforeEach(() => news.add([OLD], new Date('2024-03-01T07:00:00Z')));
  const prepare = (...past: Edition[]) => prepareDigest(buildSubscription(), SLOT, past, news);
  const yesterday = { slot: '2024-03-13T08:00:00.000Z' } as const;

  it('shows the latest stories and says so', async () => {
    const digest = await prepare();
    expect(digest).toMatchObject({ articleCount: 0, noNewsSince: OLD.publishedAt });
    expect(digest.stories.map(({ articleId }) => articleId)).toEqual([OLD.id]);
  });

  it('tells them once: the next digest is empty', async () => {
    const digest = await prepare();
    const first = buildEdition({ ...yesterday, digest });
    expect(await prepare(first)).toMatchObject({ stories: [], omissions: [] });
  });

  it.each<[string, Partial<Edition>, number]>([
    ['was quiet', { state: { kind: 'quiet', at: yesterday.slot } }, 0],
    ['was missed', { state: { kind: 'missed', at: yesterday.slot } }, 1],
    ['was another subscription’s', { subscriptionId: 'sub-2' }, 1],
    ['is still to come', { slot: '2024-03-15T08:00:00.000Z' }, 1],
  ])('depends on the edition before, if that %s', async (_what, given, stories) => {
    const { digest } = buildEdition();
    const past = buildEdition({ ...yesterday, digest: { ...digest, stories: [] }, ...given });
    expect((await prepare(past)).stories).toHaveLength(stories);
  });

  it('does not repeat what another subscription told the channel', async () => {
    const digest = await prepare();
    const told = buildEdition({ ...yesterday, subscriptionId: 'sub-2', digest });
    const again = await prepare(told);
    expect(again).toMatchObject({ stories: [], omissions: [{ reason: 'already-told' }] });
    expect(again).not.toHaveProperty('noNewsSince');
    const older = buildReport('strike', 'Northlight', '2024-02-20T06:00:00.000Z');
    await news.add([older], new Date('2024-02-20T07:00:00Z'));
    expect((await prepare(told)).stories.map(({ articleId }) => articleId)).toEqual([older.id]);
  });
});

describe('a preview', () => {
  it('of a stored subscription is what it would get; without a subscription it is the last 24 hours', async () => {
    const { editions } = records();
    const flood = buildReport('flood', 'Harbour Post', '2024-03-14T06:00:00.000Z');
    await news.add([flood], new Date('2024-03-14T07:00:00Z'));
    const told = buildEdition({ slot: '2024-03-14T07:30:00.000Z' });
    const digest = {
      ...told.digest,
      stories: [{ ...told.digest.stories[0]!, articleIds: [flood.id] }],
    };
    await editions.put(editionKey(told), { ...told, digest });
    const { id, ...anonymous } = buildSubscription();
    expect((await previewDigest({ id, ...anonymous }, SLOT, editions, news)).stories).toEqual([]);
    expect((await previewDigest(anonymous, SLOT, editions, news)).stories).toHaveLength(1);
    expect(await collect(editions.list())).toHaveLength(1);
  });
});

describe('recent deliveries of a guild', () => {
  it('are those of its channels only, newest first, each with its outcome', async () => {
    const { editions, subscriptions } = records();
    const ours = buildSubscription();
    const theirs = buildSubscription({ id: 'sub-9', guildId: '900', channelId: '901' });
    for (const one of [ours, theirs]) await subscriptions.put(subscriptionKey(one), one);
    const past = [
      buildEdition({
        slot: '2024-03-10T08:00:00.000Z',
        state: { kind: 'missed', at: '2024-03-11T00:00:00.000Z' },
      }),
      buildEdition({
        slot: '2024-03-12T08:00:00.000Z',
        state: { kind: 'quiet', at: '2024-03-12T08:00:00.000Z' },
      }),
      buildEdition({
        slot: '2024-03-13T08:00:00.000Z',
        state: {
          kind: 'failed',
          at: '2024-03-13T08:00:00.000Z',
          outcome: { kind: 'refused', reason: 'channel-gone', detail: 'Gone.' },
        },
      }),
      buildEdition(),
      buildEdition({
        slot: '2024-03-15T08:00:00.000Z',
        state: {
          kind: 'pending',
          since: '2024-03-15T08:00:00.000Z',
          attempts: 1,
          retryAt: '2024-03-15T08:00:30.000Z',
          detail: 'No answer.',
        },
      }),
      buildEdition({
        slot: '2024-03-16T08:00:00.000Z',
        state: {
          kind: 'pending',
          since: '2024-03-16T08:00:00.000Z',
          attempts: 1,
          retryAt: '2024-03-16T08:02:00.000Z',
        },
      }),
      buildEdition({ subscriptionId: 'sub-9', guildId: '900', channelId: '901' }),
    ];
    for (const edition of past) await editions.put(editionKey(edition), edition);
    const found = await readRecentDeliveries('100', subscriptions, editions);
    expect(found.map(({ slot, outcome }) => [slot.slice(8, 10), outcome])).toEqual([
      ['15', { kind: 'retry', afterMs: 30_000, detail: 'No answer.' }],
      ['14', { kind: 'posted', messageId: '400' }],
      ['13', { kind: 'refused', reason: 'channel-gone', detail: 'Gone.' }],
      ['12', { kind: 'quiet' }],
      ['10', { kind: 'missed' }],
    ]);
  });

  it('are at most 20', async () => {
    const { editions, subscriptions } = records();
    await subscriptions.put(subscriptionKey(buildSubscription()), buildSubscription());
    for (let day = 1; day <= 25; day += 1) {
      const slot = `2024-02-${String(day).padStart(2, '0')}T08:00:00.000Z`;
      const edition = buildEdition({ slot, state: { kind: 'quiet', at: slot } });
      await editions.put(editionKey(edition), edition);
    }
    expect(await readRecentDeliveries('100', subscriptions, editions)).toHaveLength(20);
  });
});

describe('the digests of one minute', () => {
  const DAYS = ['11', '12', '13', '14'].map((day) => `2024-03-${day}T06:00:00.000Z`);
  const events = ['flood', 'comet', 'strike'] as const;
  const REPORTS = events.flatMap((event) =>
    DAYS.flatMap((at, day) =>
      ['Harbour Post', 'Valley News'].map((name) => {
        const source = `${name} ${'of the Valley '.repeat(day)}`.trim();
        const { text, ...report } = buildReport(event, source, at);
        return { ...report, text: `Day ${day + 1} of it brought ${day} more calls.\n\n${text}` };
      }),
    ),
  );
  const guilds = ['100', '101', '102'];
  const subscribe = (guildId: string) => buildSubscription({ guildId, channelId: guildId });

  it('share what is found for servers without articles of their own', async () => {
    await news.add(REPORTS, SLOT);
    const asked: (string | undefined)[] = [];
    const stories = {
      storiesOf(ids: readonly string[], guildId?: string) {
        asked.push(guildId);
        return news.stories.storiesOf(ids, guildId);
      },
    };
    for (const guildId of guilds) {
      const digest = await prepareDigest(subscribe(guildId), SLOT, [], { ...news, stories });
      expect(digest.stories).not.toEqual([]);
    }
    expect(asked).toEqual([undefined]);
  });

  it('show a server its own articles, and no other server', async () => {
    const own = { ...buildReport('comet', 'Ours', DAYS[3]!), id: 'own', onlyFor: '101' };
    await news.add([REPORTS[7]!, own], SLOT);
    const counts: number[] = [];
    for (const guildId of guilds)
      counts.push((await prepareDigest(subscribe(guildId), SLOT, [], news)).articleCount);
    expect(counts).toEqual([1, 2, 1]);
  });

  it('are those that each channel gets alone, whatever it was told', async () => {
    await news.add(REPORTS, SLOT);
    const alone = () => ({ ...news, cache: createDigestCache(news.index, news.stories) });
    const slots = DAYS.slice(1).map((at) => new Date(Date.parse(at) + 3_600_000));
    const heard = fc.array(fc.subarray([0, 1, 2]), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(heard, async (channels) => {
        // Some channels have had all editions so far, others some of them or fewer of their sentences.
        for (const [number, had] of channels.entries()) {
          const past: Edition[] = [];
          for (const [at, slot] of slots.entries()) {
            const subscription = subscribe(guilds[number % guilds.length]!);
            const digest = await prepareDigest(subscription, slot, past, news);
            expect(digest).toEqual(await prepareDigest(subscription, slot, past, alone()));
            if (!had.includes(at)) continue;
            const told = digest.stories.map((story) =>
              number % 2 === 0 ? story : { ...story, sentences: story.sentences.slice(1) },
            );
            past.push(
              buildEdition({ slot: slot.toISOString(), digest: { ...digest, stories: told } }),
            );
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
