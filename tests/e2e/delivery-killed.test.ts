import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it, vi } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { editionKey } from '../../src/digest/edition.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { nodeArguments } from '../support/node-arguments.ts';
import { deliverOnce, type DeliveryOrders } from '../support/deliver-once.ts';
import { BEFORE, NIGHT_NEWS, SLOT } from '../support/open-delivery-world.ts';
import { openNews, type OpenedNews } from '../support/open-news.ts';

// Each test starts several programs, and five tests run at once. On a busy machine that takes minutes.
vi.setConfig({ testTimeout: 240_000 });

const CHILD = join(import.meta.dirname, '../support/delivery-child.ts');

const POST = 'POST /channels/:id/messages';
const LIST = 'GET /channels/:id/messages';
const THREAD = 'POST /channels/:id/messages/:message/threads';

/** The point at which a child is killed: a write, before which it waits for permission, or a request. */
type Step =
  | { readonly write: string }
  | {
      readonly request: string;
      readonly when: 'before' | 'after';
      /** Which of several such requests; the first by default. */
      readonly nth?: number;
    };

/** Everything that the first attempt at an edition does, in order. */
const FIRST_ATTEMPT: readonly [string, Step][] = [
  ['before the edition is claimed', { write: 'before claim' }],
  ['after the edition is claimed', { write: 'after claim' }],
  ['before Discord has the message', { request: POST, when: 'before' }],
  ['after Discord has the message', { request: POST, when: 'after' }],
  ['before Discord has the thread', { request: THREAD, when: 'before' }],
  ['after Discord has the thread', { request: THREAD, when: 'after' }],
  ['before Discord has the first story', { request: POST, when: 'before', nth: 2 }],
  ['after Discord has the first story', { request: POST, when: 'after', nth: 2 }],
  ['after Discord has the last story', { request: POST, when: 'after', nth: 3 }],
  ['before the message is recorded', { write: 'before change' }],
  ['after the message is recorded', { write: 'after change' }],
];

/** Everything that resuming does before it posts, in order. */
const SECOND_ATTEMPT = [
  ['before the attempt is recorded', { write: 'before change' }],
  ['after the attempt is recorded', { write: 'after change' }],
  ['before it has looked', { request: LIST, when: 'before' }],
  ['after it has looked', { request: LIST, when: 'after' }],
] as const satisfies readonly (readonly [string, Step])[];

/** Instants after the lease of a dead process has expired and Discord has forgotten the nonce. */
const AFTER_CRASH = ['2024-03-14T08:10:00.000Z', '2024-03-14T08:20:00.000Z'] as const;

interface Stage {
  readonly discord: LocalDiscord;
  readonly subscription: Subscription;
  readonly news: OpenedNews;
  /** Runs a bot in a process of its own at an instant, and kills it at a step. */
  readonly kill: (now: string, at: Step) => Promise<void>;
  /** The same, but lets it end by itself. */
  readonly runProcess: (now: string) => Promise<void>;
  /** Runs a bot in this process until it has delivered. Runs share nothing in memory. */
  readonly run: (now: string) => Promise<void>;
}

async function withStage(test: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-killed-'));
  const storeUrl = `sqlite:${join(folder, 'store.sqlite')}`;
  let now = Date.parse(BEFORE);
  const discord = await openLocalDiscord({ now: () => now });
  const news = await openNews(storeUrl);
  try {
    await news.add(NIGHT_NEWS, new Date('2024-03-14T03:30:00Z'));
    const { guildId, channelId, apiUrl, token } = discord;
    const changedAt = '2024-03-13T20:00:00.000Z';
    const subscription = buildSubscription({ guildId, channelId, changedAt, thread: 'stories' });
    await news.store.records('subscriptions').put(subscriptionKey(subscription), subscription);
    const ordersAt = (instant: string): DeliveryOrders => {
      now = Date.parse(instant);
      return { apiUrl, token, storeUrl, now: instant };
    };
    await test({
      discord,
      subscription,
      news,
      kill: (instant, at) => runChild(discord, ordersAt(instant), at),
      runProcess: (instant) => runChild(discord, ordersAt(instant)),
      run: (instant) => deliverOnce(ordersAt(instant)),
    });
  } finally {
    await news.close();
    await discord.close();
    await rm(folder, { recursive: true });
  }
}

async function runChild(
  discord: LocalDiscord,
  orders: DeliveryOrders,
  killAt?: Step,
): Promise<void> {
  const args = [...nodeArguments(CHILD), JSON.stringify(orders)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  if (killAt && 'request' in killAt) void killAtRequest(discord, child, killAt);
  child.on('message', (step) => {
    if (killAt && 'write' in killAt && killAt.write === step) child.kill('SIGKILL');
    else child.send('go');
  });
  const [code, signal] = await ended;
  expect(killAt ? signal : code).toBe(killAt ? 'SIGKILL' : 0);
}

async function killAtRequest(
  discord: LocalDiscord,
  child: ChildProcess,
  { request, when, nth = 1 }: Extract<Step, { request: string }>,
): Promise<void> {
  let hold = discord.faults.hold(request, nth === 1 ? when : 'before');
  for (let count = 1; count < nth; count += 1) {
    await hold.reached;
    const next = discord.faults.hold(request, count === nth - 1 ? when : 'before');
    hold.release();
    hold = next;
  }
  await hold.reached;
  child.kill('SIGKILL');
  hold.drop();
}

/** The messages and threads in the end, and whether the edition's record has their ids. */
async function observe({ discord, news, subscription }: Stage): Promise<object> {
  const messages = discord.state.messages(discord.channelId).filter(({ author }) => author.bot);
  const threads = discord.state
    .channels(discord.guildId)
    .filter(({ type }) => type === ChannelType.PublicThread);
  const stories = threads.flatMap(({ id }) => discord.state.messages(id));
  const editions = news.store.records('editions');
  const { channelId, id: subscriptionId } = subscription;
  const edition = await editions.get(editionKey({ channelId, subscriptionId, slot: SLOT }));
  const state = edition?.state.kind === 'posted' ? edition.state : undefined;
  return {
    messages: messages.length,
    threads: threads.length,
    stories: stories.map(
      ({ components }) => /story \d+ of \d+/u.exec(JSON.stringify(components))?.[0],
    ),
    recorded: state !== undefined,
    messageKnown: state?.messageId === messages[0]?.id,
    threadKnown: state?.threadId === threads[0]?.id,
  };
}

const ONE_EDITION = {
  messages: 1,
  threads: 1,
  stories: ['story 1 of 2', 'story 2 of 2'],
  recorded: true,
  messageKnown: true,
  threadKnown: true,
};

describe('a bot that is killed while it posts leaves one message, and one of each story', () => {
  it.concurrent.each(FIRST_ATTEMPT)('%s', async (_, step) => {
    await withStage(async (stage) => {
      await stage.kill(SLOT, step);
      await stage.run(AFTER_CRASH[0]);
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});

describe('a clock that is set back after a bot was killed', () => {
  it.concurrent.each([
    ['before it posted', { write: 'after claim' }],
    ['after it posted', { request: POST, when: 'after' }],
  ] as const)('leads to one message if the bot was killed %s', async (_, step) => {
    await withStage(async (stage) => {
      await stage.kill('2024-03-14T08:00:30.000Z', step);
      for (const now of ['2024-03-14T07:50:00.000Z', SLOT, ...AFTER_CRASH]) await stage.run(now);
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});

describe('several processes on one store', () => {
  it('post one message in total when a slot comes', async () => {
    await withStage(async (stage) => {
      await Promise.all([SLOT, SLOT, SLOT].map(stage.runProcess));
      expect(await observe(stage)).toEqual(ONE_EDITION);
      const posts = stage.discord.faults.requests.filter(
        ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
      );
      // One for the edition and one for each story.
      expect(posts).toHaveLength(3);
    });
  });

  it('post one message in total when they resume an unfinished edition', async () => {
    await withStage(async (stage) => {
      await stage.kill(SLOT, { request: POST, when: 'after' });
      await Promise.all([AFTER_CRASH[0], AFTER_CRASH[0]].map(stage.runProcess));
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});

describe('a bot that is killed again while it recovers leaves one message', () => {
  const cases = [
    ...SECOND_ATTEMPT.map(([name, step]) => ['after', name, step] as const),
    ['before', ...SECOND_ATTEMPT[3]] as const,
  ];

  it.concurrent.each(cases)('%s Discord had the message, and then %s', async (when, _, step) => {
    await withStage(async (stage) => {
      await stage.kill(SLOT, { request: POST, when });
      await stage.kill(AFTER_CRASH[0], step);
      await stage.run(AFTER_CRASH[1]);
      expect(await observe(stage)).toEqual(ONE_EDITION);
    });
  });
});
