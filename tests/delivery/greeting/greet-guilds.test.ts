import { describe, expect, it, onTestFinished } from 'vitest';
import type { KnownGuild } from '../../../src/digest/guild/known-guild.ts';
import { createGreeter } from '../../../src/delivery/greeting/greet-guilds.ts';
import type { GreetingChannel } from '../../../src/delivery/guild-knowledge.ts';
import type { FindOutcome, PostOutcome } from '../../../src/delivery/message-port.ts';
import { PERMISSIONS } from '../../../src/command/needed-permissions.ts';
import { buildGuilds, buildPort } from '../../support/build-port.ts';
import { collectLog } from '../../support/collect-log.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { readText } from '../../support/shown-text.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const DUE: KnownGuild = {
  locale: 'fr',
  joinedAt: '2024-03-14T11:59:00.000Z',
  greeting: { kind: 'due' },
};
const POSTING: KnownGuild = {
  ...DUE,
  greeting: { kind: 'posting', channelId: '201', since: '2024-03-14T11:59:30.000Z' },
};
const UNREACHABLE = { kind: 'unreachable', detail: 'Discord is down.' } as const;

interface Given {
  readonly known?: KnownGuild;
  readonly posts?: readonly PostOutcome[];
  readonly finds?: readonly FindOutcome[];
  readonly channel?: GreetingChannel;
}

/** A greeter with one server, and how often it was called. */
async function openGreeter({ known = DUE, posts = [], finds = [], channel }: Given = {}) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const guilds = store.records('guilds');
  await guilds.put('100', known);
  const { log, lines } = collectLog();
  const texts: string[] = [];
  const nonces: string[] = [];
  const greeter = createGreeter({
    guilds,
    settings: store.records('settings'),
    knowledge: buildGuilds(channel && { greetingChannel: async () => channel }),
    port: buildPort({
      async post(_, message, nonce) {
        texts.push(readText(message));
        nonces.push(nonce);
        return posts[texts.length - 1] ?? { kind: 'posted', messageId: '1' };
      },
      find: async () => finds[0] ?? { kind: 'absent' },
    }),
    languagesFor: () => ['en'],
    defaultZone: 'UTC',
    now: () => NOW,
    log,
  });
  const stateOf = async () => (await guilds.get('100'))?.greeting.kind;
  return { greeter, guilds, lines, texts, nonces, stateOf, store };
}

describe('greeting', () => {
  it('happens once, however often it is asked for', async () => {
    const { greeter, texts, stateOf } = await openGreeter();
    await Promise.all([greeter.greetDue(), greeter.greetDue()]);
    await greeter.greetDue();
    expect(texts).toHaveLength(1);
    expect(await stateOf()).toBe('posted');
  });

  it('says in the server’s language what is usual there, what has no articles, and what is lacking', async () => {
    const lacking = PERMISSIONS.filter(({ name }) => name === 'Attach Files');
    const channel = { kind: 'writable', channelId: '201', lacking } as const;
    const { greeter, texts, store } = await openGreeter({ channel });
    await store.records('settings').put('100', {
      languages: ['fr', 'de'],
      zone: 'Europe/Zurich',
      changedBy: '1',
      changedAt: NOW.toISOString(),
    });
    await greeter.greetDue();
    expect(texts[0]).toContain('À présent : français, allemand, Europe/Zurich');
    expect(texts[0]).toContain('`/sources ajouter` lit un flux');
    expect(texts[0]).toContain('- Attach Files: pour les cartes et les graphiques');
  });

  it('is tried again with the same nonce if Discord cannot be reached', async () => {
    const { greeter, texts, nonces, stateOf } = await openGreeter({ posts: [UNREACHABLE] });
    await greeter.greetDue();
    expect(await stateOf()).toBe('posting');
    await greeter.greetDue();
    expect(texts).toHaveLength(2);
    expect(new Set(nonces).size).toBe(1);
    expect(await stateOf()).toBe('posted');
  });

  it.each<[string, FindOutcome, number, string]>([
    ['is there', { kind: 'found', messageId: '1' }, 0, 'posted'],
    ['is not there', { kind: 'absent' }, 1, 'posted'],
    ['cannot be looked for now', UNREACHABLE, 0, 'posting'],
    ['can never be looked for', { kind: 'unknown', why: 'no history' }, 0, 'posted'],
    ['is in a channel that is gone', { kind: 'refused', reason: 'channel-gone' }, 0, 'posted'],
  ])('that was broken off is not posted twice: it %s', async (_, found, posts, state) => {
    const { greeter, texts, stateOf } = await openGreeter({ known: POSTING, finds: [found] });
    await greeter.greetDue();
    expect(texts).toHaveLength(posts);
    expect(await stateOf()).toBe(state);
  });

  it('is given up with a line in the log if nobody can be told', async () => {
    const nowhere = await openGreeter({ channel: { kind: 'none' } });
    await nowhere.greeter.greetDue();
    expect(await nowhere.stateOf()).toBe('none');
    expect(JSON.stringify(nowhere.lines)).toContain('there is no channel to write in');
    const refused = await openGreeter({
      posts: [{ kind: 'refused', reason: 'missing-permission' }],
    });
    await refused.greeter.greetDue();
    expect(await refused.stateOf()).toBe('none');
  });

  it('waits as long as the server is unknown', async () => {
    const { greeter, stateOf, texts } = await openGreeter({ channel: { kind: 'unknown' } });
    await greeter.greetDue();
    expect(await stateOf()).toBe('due');
    expect(texts).toEqual([]);
  });

  it('ends with the bot', async () => {
    const { greeter, texts } = await openGreeter();
    await greeter.stop();
    await greeter.greetDue();
    expect(texts).toEqual([]);
  });
});
