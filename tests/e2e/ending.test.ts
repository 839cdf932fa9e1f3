import { once } from 'node:events';
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { collect } from '../support/collect.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { startProgram, withClockAhead, type Program } from '../support/start-program.ts';
import { openStorePlace, type StorePlace } from '../support/store-place.ts';

const MANY = 20_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let folder: string;
let place: StorePlace;
let discord: LocalDiscord;
let bot: Program | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-ending-'));
  place = await openStorePlace(`sqlite:${join(folder, 'store.sqlite')}`);
  discord = await openLocalDiscord();
});
afterEach(async () => {
  bot?.process.kill('SIGKILL');
  await bot?.exitCode;
  await discord.close();
  await place.remove();
  await rm(folder, { recursive: true });
});

function start(env: Record<string, string> = {}, program?: readonly string[]): Program {
  bot = startProgram(
    {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORE_URL: place.url,
      ARTICLE_FOLDERS: join(folder, 'inbox'),
      CATCH_UP_MINUTES: '1440',
      ...env,
    },
    program,
  );
  return bot;
}

/** Asks a bot to end. It has to close everything by itself, before the last resort after nine seconds. */
async function end(program: Program): Promise<void> {
  program.process.kill('SIGTERM');
  expect(await program.exitCode).toBe(0);
  expect(program.read()).not.toContain('without having closed everything');
  expect(program.read()).not.toMatch(/"level":[56]0/);
}

describe('SIGTERM', { timeout: 240_000 }, () => {
  it('ends a bot that reads a large store at its start', async () => {
    const store = await openTestStore(place.url);
    await store.articles.putMany(buildManyArticles(MANY, 1_500), new Date());
    await store.close();
    const loading = start();
    await loading.seeLine(/logged in to Discord/);
    expect(loading.read()).not.toContain('articles loaded');
    await end(loading);
    expect(loading.read()).not.toContain('articles loaded');
  });

  it('ends a bot that imports and joins many articles, and keeps what it has stored', async () => {
    await mkdir(join(folder, 'inbox'));
    const lines = buildManyArticles(MANY, 1_500).map(({ title, text, url }) =>
      JSON.stringify({ title, text, url }),
    );
    await writeFile(join(folder, 'inbox', 'many.jsonl'), lines.join('\n'));
    const importing = start({ LOG_LEVEL: 'debug' });
    await importing.seeLine(/logged in to Discord/);
    const store = await openTestStore(place.url);
    // One entry of the journal for each batch.
    const count = (): Promise<number> => store.articles.cursor();
    await expect.poll(count).toBeGreaterThan(5);
    await end(importing);
    expect(await count()).toBeGreaterThan(5);
    expect(importing.read()).not.toContain('article folders imported');
    await store.close();
  });

  it('ends a bot that waits for a publisher who says nothing, and polls again later', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const asked = once(silent, 'connection');
    const polling = start({
      SOURCES: `http://127.0.0.1:${port}/feed`,
      ALLOWED_ADDRESSES: `127.0.0.1:${port}`,
    });
    await asked;
    await polling.seeLine(/articles loaded/);
    await end(polling);
    silent.close();
    const store = await openTestStore(place.url);
    const [[, source] = []] = await collect(store.records('sources').list());
    // It did not count as a failure of the publisher, and nobody holds the poll.
    expect(source?.state.nextPollAt).toBeDefined();
    expect(source?.state).not.toHaveProperty('failures');
    expect(await collect(store.records('polls').list())).toEqual([]);
    await store.close();
  });

  it.each(['before', 'after'] as const)(
    'ends a bot whose edition hangs %s Discord has it, and it is posted once',
    async (when) => {
      const store = await openTestStore(place.url);
      await store.articles.putMany(buildManyArticles(30), new Date());
      const subscription = buildSubscription({
        guildId: discord.guildId,
        channelId: discord.channelId,
        changedAt: new Date(Date.now() - 2 * DAY_MS).toISOString(),
        onQuiet: 'say-so',
      });
      await store.records('subscriptions').put(subscriptionKey(subscription), subscription);
      const hold = discord.faults.hold('POST /channels/:id/messages', when);
      const posting = start();
      await hold.reached;
      await end(posting);
      hold.drop();
      const states = async (): Promise<string[]> =>
        (await collect(store.records('editions').list())).map(([, { state }]) => state.kind);
      expect(await states()).toContain('pending');
      expect(posting.read()).toContain('an edition was not delivered');

      // The next attempt must wait half a minute, as after any failed attempt. For it and Discord, that has passed.
      await discord.clock.advance(MINUTE_MS);
      const { env, program } = withClockAhead(MINUTE_MS);
      const next = start(env, program);
      await expect.poll(states, { interval: 200, timeout: 150_000 }).toContain('posted');
      expect(await states()).not.toContain('pending');
      expect(discord.state.messages(discord.channelId)).toHaveLength(1);
      await end(next);
      await store.close();
    },
  );

  it('ends a bot whose answer Discord does not take', async () => {
    const answering = start();
    await answering.seeLine(/articles loaded/);
    await answering.seeLine(/commands registered/);
    const hold = discord.faults.hold('PATCH /webhooks/:id/:token/messages/:id', 'before');
    const asked = discord
      .asUser(discord.managerId)
      .runCommand('status', {}, { until: 'acknowledged' })
      .catch(() => undefined);
    await hold.reached;
    await end(answering);
    hold.drop();
    await asked;
    expect(answering.process.signalCode).toBe(null);
  });
});
