import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeliverer } from '../../src/delivery/deliverer.ts';
import type { PendingEdition } from '../../src/delivery/edition-states.ts';
import type { GuildKnowledge } from '../../src/delivery/guild-knowledge.ts';
import type { FindOutcome, MessagePort, PortFailure } from '../../src/delivery/message-port.ts';
import { editionKey, type EditionState } from '../../src/digest/edition.ts';
import { NO_OBSERVER } from '../../src/observer.ts';
import type { Message } from '../../src/render/message.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { buildGuilds, buildPort } from '../support/build-port.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';
import { collectLog } from '../support/collect-log.ts';

const NOW = '2024-03-14T08:00:00.000Z';
const SUBSCRIPTION = buildSubscription();
const UNREACHABLE: PortFailure = {
  kind: 'unreachable',
  detail: 'Discord did not answer at all.',
};
const TEXT: Message = { content: 'News', allowed_mentions: { parse: [] } };

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** A deliverer over plain objects. Collects what is posted, and the refusals that are reported to it. */
function open(port: Partial<MessagePort> = {}, guilds: Partial<GuildKnowledge> = {}) {
  const editions = store.records('editions');
  const time = { now: NOW };
  const refusals: string[] = [];
  const told: string[] = [];
  const posts: { nonce: string; content: string | undefined }[] = [];
  const full = buildPort(port);
  const deliverer = createDeliverer({
    port: {
      ...full,
      post: (channel, message, nonce, signal) => {
        posts.push({ nonce, content: message.content });
        return full.post(channel, message, nonce, signal);
      },
    },
    guilds: buildGuilds(guilds),
    editions,
    render: (_digest, options) => ({
      ...TEXT,
      content: options?.pictures === false ? 'Text' : 'Map',
    }),
    attachPictures: (message) => Promise.resolve(message),
    clock: () => new Date(time.now),
    log: collectLog().log,
    attemptMs: 1_000,
    onRefused: async (_subscription, { reason }) => void refusals.push(reason),
    observer: {
      ...NO_OBSERVER,
      posted: (kind, lagMs) => told.push(`${kind} after ${lagMs} ms`),
      failed: (kind) => told.push(`${kind} failed`),
    },
  });
  const edition = buildEdition();
  const readState = async (): Promise<EditionState | undefined> =>
    (await editions.get(editionKey(edition)))?.state;
  return { deliverer, editions, edition, time, refusals, told, posts, readState };
}

/** An edition whose first attempt began at `since`. */
function buildPending(since: string, detail?: string): PendingEdition {
  const state = { kind: 'pending', since, attempts: 1, retryAt: since } as const;
  return {
    ...buildEdition(),
    state: { ...state, ...(detail !== undefined && { detail }) },
  };
}

describe('delivering an edition', () => {
  it('claims it, posts it and records the message', async () => {
    const { deliverer, edition, readState } = open();
    await deliverer.deliver(SUBSCRIPTION, edition);
    expect(await readState()).toEqual({ kind: 'posted', at: NOW, messageId: '1' });
  });

  it('tells the observer how long after its slot it was posted, once', async () => {
    const { deliverer, edition, time, told } = open();
    time.now = '2024-03-14T08:00:02.500Z';
    await deliverer.deliver(SUBSCRIPTION, edition);
    await deliverer.deliver(SUBSCRIPTION, edition);
    expect(told).toEqual(['digest after 2500 ms']);
  });

  it('tells the observer that Discord refused it', async () => {
    const refuse = async () => ({ kind: 'refused', reason: 'channel-gone' }) as const;
    const { deliverer, edition, told } = open({ post: refuse });
    await deliverer.deliver(SUBSCRIPTION, edition);
    expect(told).toEqual(['digest failed']);
  });

  it('does nothing if its slot has been claimed', async () => {
    const { deliverer, edition, editions, posts } = open();
    await editions.claim(editionKey(edition), edition);
    await deliverer.deliver(SUBSCRIPTION, edition);
    expect(posts).toEqual([]);
  });

  it('keeps it pending for a pause if Discord cannot be reached', async () => {
    const { deliverer, edition, readState, refusals } = open({ post: async () => UNREACHABLE });
    await deliverer.deliver(SUBSCRIPTION, edition);
    expect(await readState()).toEqual({
      kind: 'pending',
      since: NOW,
      attempts: 1,
      retryAt: '2024-03-14T08:00:30.000Z',
      detail: 'Discord did not answer at all.',
    });
    expect(refusals).toEqual([]);
  });

  it.each([
    ['channel-gone', true, 'channel-gone'],
    ['missing-permission', true, 'missing-permission'],
    ['missing-permission', undefined, 'missing-permission'],
    ['missing-permission', false, 'guild-gone'],
    ['message-invalid', false, 'message-invalid'],
  ] as const)(
    'fails for good if Discord refuses it (%s, in the server: %s), and says why: %s',
    async (reason, inGuild, expected) => {
      const { deliverer, edition, readState, refusals } = open(
        { post: async () => ({ kind: 'refused', reason }) },
        { isInGuild: async () => inGuild },
      );
      await deliverer.deliver(SUBSCRIPTION, edition);
      expect(await readState()).toMatchObject({
        kind: 'failed',
        outcome: { kind: 'refused', reason: expected },
      });
      expect(refusals).toEqual([expected]);
    },
  );

  it('keeps it for the next start if Discord refuses the token', async () => {
    const { deliverer, edition, readState, refusals } = open({
      post: async () => ({ kind: 'refused', reason: 'token-invalid' }),
    });
    await deliverer.deliver(SUBSCRIPTION, edition);
    expect(await readState()).toMatchObject({ kind: 'pending', attempts: 1 });
    expect(refusals).toEqual([]);
  });
});

describe('resuming an edition', () => {
  const SINCE_A_MINUTE = '2024-03-14T07:59:00.000Z';
  const SINCE_AN_HOUR = '2024-03-14T07:00:00.000Z';
  const resume = async (found: FindOutcome, pending: PendingEdition) => {
    const world = open({ find: async () => found });
    await world.editions.put(editionKey(pending), pending);
    await world.deliverer.resume(SUBSCRIPTION, pending, true);
    return { ...world, state: await world.readState() };
  };

  it('records a message that it finds, and posts nothing', async () => {
    const found = { kind: 'found', messageId: '77' } as const;
    const { state, posts } = await resume(found, buildPending(SINCE_AN_HOUR));
    expect(state).toMatchObject({ kind: 'posted', messageId: '77' });
    expect(posts).toEqual([]);
  });

  it('posts it again under the same nonce if its message is absent', async () => {
    const first = open();
    await first.deliverer.deliver(SUBSCRIPTION, first.edition);
    const { state, posts } = await resume({ kind: 'absent' }, buildPending(SINCE_AN_HOUR));
    expect(state).toMatchObject({ kind: 'posted' });
    expect(posts).toEqual(first.posts);
    expect(posts[0]?.nonce.length).toBeLessThanOrEqual(25);
  });

  it('leaves out its pictures after a failed attempt', async () => {
    const failed = buildPending(SINCE_AN_HOUR, 'Discord did not answer at all.');
    expect((await resume({ kind: 'absent' }, failed)).posts).toMatchObject([{ content: 'Text' }]);
    const died = buildPending(SINCE_AN_HOUR);
    expect((await resume({ kind: 'absent' }, died)).posts).toMatchObject([{ content: 'Map' }]);
  });

  it.each([
    ['again while Discord remembers the nonce', SINCE_A_MINUTE, 'posted', 1],
    ['never once the nonce may be forgotten', SINCE_AN_HOUR, 'failed', 0],
  ])('posts it %s if the channel cannot be read', async (_, since, kind, count) => {
    const unknown = { kind: 'unknown', why: 'the channel is closed' } as const;
    const { state, posts, refusals } = await resume(unknown, buildPending(since));
    expect(state).toMatchObject({ kind });
    expect(posts).toHaveLength(count);
    expect(refusals).toEqual([]);
  });

  it('waits longer and posts nothing if looking for its message fails', async () => {
    const { state, posts } = await resume(UNREACHABLE, buildPending(SINCE_AN_HOUR));
    expect(state).toMatchObject({
      kind: 'pending',
      since: SINCE_AN_HOUR,
      attempts: 2,
      retryAt: '2024-03-14T08:01:00.000Z',
    });
    expect(posts).toEqual([]);
  });

  it('posts nothing if its process stood still until the lease expired', async () => {
    const world = open({
      async find() {
        world.time.now = '2024-03-14T08:02:00.000Z';
        return { kind: 'absent' };
      },
    });
    const pending = buildPending(SINCE_AN_HOUR);
    await world.editions.put(editionKey(pending), pending);
    await world.deliverer.resume(SUBSCRIPTION, pending, true);
    expect(world.posts).toEqual([]);
    expect(await world.readState()).toMatchObject({ kind: 'pending', attempts: 2 });
  });

  it('is done by one of two processes that read it at the same time', async () => {
    const pending = buildPending(SINCE_AN_HOUR);
    const world = open({ find: async () => ({ kind: 'absent' }) });
    await world.editions.put(editionKey(pending), pending);
    await Promise.all([1, 2].map(() => world.deliverer.resume(SUBSCRIPTION, pending, true)));
    expect(world.posts).toHaveLength(1);
    expect(await world.readState()).toMatchObject({ kind: 'posted' });
  });

  it('changes nothing if another process has changed it during the look-up', async () => {
    const pending = buildPending(SINCE_AN_HOUR);
    const posted = { kind: 'posted', at: NOW, messageId: '88' } as const;
    const world = open({
      async find() {
        await world.editions.put(editionKey(pending), { ...pending, state: posted });
        return UNREACHABLE;
      },
    });
    await world.editions.put(editionKey(pending), pending);
    await world.deliverer.resume(SUBSCRIPTION, pending, true);
    expect(await world.readState()).toEqual(posted);
  });
});

describe('giving up an edition', () => {
  const FAILED_BEFORE = 'Discord asks the bot to wait (429).';
  it.each<[string, FindOutcome, string | undefined, object]>([
    [
      'records it as posted when it is there',
      { kind: 'found', messageId: '77' },
      FAILED_BEFORE,
      { kind: 'posted', messageId: '77' },
    ],
    [
      'says why the last attempt failed when it is absent',
      { kind: 'absent' },
      FAILED_BEFORE,
      { outcome: { kind: 'given-up', detail: FAILED_BEFORE } },
    ],
    [
      'says that the bot stopped when no attempt failed',
      { kind: 'absent' },
      undefined,
      { outcome: { detail: 'The bot stopped while it was posting.' } },
    ],
    [
      'says that it may be there when the channel cannot be read',
      { kind: 'unknown', why: 'it is closed' },
      FAILED_BEFORE,
      { outcome: { detail: 'It may have been posted: it is closed.' } },
    ],
    [
      'says that it may be there when Discord cannot be reached',
      UNREACHABLE,
      FAILED_BEFORE,
      { outcome: { detail: 'It may have been posted: Discord did not answer at all.' } },
    ],
  ])('%s', async (_, found, detail, expected) => {
    const world = open({ find: async () => found });
    await world.deliverer.giveUp(buildPending(NOW, detail));
    expect(await world.readState()).toMatchObject(expected);
    expect(world.posts).toEqual([]);
  });
});
