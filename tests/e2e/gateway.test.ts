import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalDiscord, type Outcome } from '@dateline/local-discord';
import type { Bot } from '../../src/discord/open-bot.ts';
import { LEVELS } from '../support/collect-log.ts';
import { openTestBot, type TestBot } from '../support/open-test-bot.ts';
import { tinyCommands } from '../support/tiny-commands.ts';

let world: TestBot;
beforeEach(async () => {
  world = await openTestBot(tinyCommands);
});
afterEach(() => world.close());

const gateway = () => world.discord.faults.gateway;
const echo = (text: string) =>
  world.discord.asUser(world.discord.memberId).runCommand('echo', { text });

describe('a bot that loses its connection', () => {
  it.each([
    ['a dropped socket', () => gateway().dropSockets()],
    ['close code 4000', () => gateway().closeSockets(4000)],
    ['op 7, a request to reconnect', () => gateway().askToReconnect()],
  ])('by %s resumes, and answers commands that were sent in between', async (_name, lose) => {
    lose();
    expect(contentOf(await echo('in between'))).toBe('in between');
    await expect.poll(() => gateway().counts).toMatchObject({ identified: 1, resumed: 1 });
    expect(contentOf(await echo('after'))).toBe('after');
  });

  it('and its session identifies anew, and answers from then on', async () => {
    gateway().invalidateSessions(false);
    await expect.poll(() => gateway().counts.identified).toBe(2);
    await expect.poll(() => world.bot.health().connected).toBe(true);
    expect(contentOf(await echo('after'))).toBe('after');
    expect(world.discord.faults.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('comes back after the gateway has refused it for a while', async () => {
    gateway().refuseConnections(true);
    gateway().dropSockets();
    await expect.poll(() => gateway().counts.refused).toBeGreaterThan(1);
    expect(world.bot.health().connected).toBe(false);
    gateway().refuseConnections(false);
    await expect.poll(() => gateway().counts.identified + gateway().counts.resumed).toBe(2);
    expect(contentOf(await echo('after'))).toBe('after');
    expect(world.fatal).toEqual([]);
  });

  it('identifies anew at a Discord that was restarted', async () => {
    const { discord } = world;
    const port = Number(new URL(discord.url).port);
    await discord.close();
    await expect.poll(() => world.bot.health().connected).toBe(false);
    // Two broken connections: the first one may only cost the socket, but the second one the session.
    await breakConnections(port, 2);
    const restarted = await openLocalDiscord({ port });
    try {
      await expect.poll(() => restarted.faults.gateway.counts.identified).toBe(1);
      await expect.poll(() => world.bot.health().connected).toBe(true);
    } finally {
      await world.bot.close();
      await restarted.close();
    }
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4014, 'Developer Portal'],
  ])('for good, by close code %i, says so once', async (code, advice) => {
    gateway().closeSockets(code);
    await expect.poll(() => world.fatal.length).toBe(1);
    expect(world.fatal[0]?.message).toContain(advice);
    expect(world.lines.filter(({ level }) => level === LEVELS.fatal)).toHaveLength(1);
    expect(world.bot.health().connected).toBe(false);
  });
});

describe('a bot whose token is refused', () => {
  it('says so once, since discord.js has forgotten the token', async () => {
    world.discord.faults.next('GET /channels/:id', { kind: 'status', status: 401 }, 2);
    const path = `/channels/${world.discord.channelId}` as const;
    await expect(world.bot.client.rest.get(path)).rejects.toMatchObject({ status: 401 });
    expect(world.fatal.map(({ code }) => code)).toEqual(['bad-config']);
    // The connection still works, but nothing that needs the token can.
    await expect(world.bot.client.rest.get(path)).rejects.toThrow(/token/i);
    expect(world.fatal).toHaveLength(1);
  });
});

describe('closing', () => {
  it('waits for answers that have begun', async () => {
    const slow = world.discord.asUser(world.discord.memberId).runCommand('slow', { ms: 500 });
    await expect.poll(() => world.discord.faults.requests.at(-1)?.path).toContain('/callback');
    await world.bot.close();
    expect(contentOf(await slow)).toBe('done');
  });

  it('does not answer later commands', async () => {
    await world.bot.close();
    const answer = echo('anyone?');
    world.passTime(3_200);
    expect((await answer).kind).toBe('failed');
  });

  it('while the gateway cannot be reached keeps the bot from coming back', async () => {
    gateway().refuseConnections(true);
    gateway().dropSockets();
    await expect.poll(() => gateway().counts.refused).toBeGreaterThan(0);
    await world.bot.close();
    gateway().refuseConnections(false);
    // A shard that was waiting when the bot closed wakes within half a second; any other one never.
    await Promise.race([untilReconnecting(world.bot), sleep(2_000)]);
    // When this bot has logged in, the closed one would have come back as well.
    await world.reopen();
    expect(gateway().counts).toMatchObject({ identified: 2, resumed: 0 });
  });

  it('while a connection is being made breaks it off', async () => {
    const port = Number(new URL(world.discord.url).port);
    await world.discord.close();
    const silent = createServer({ allowHalfOpen: true }).listen(port, '127.0.0.1');
    const [socket] = (await once(silent, 'connection')) as [Socket];
    socket.resume();
    const ended = once(socket, 'close');
    const closed = world.bot.close();
    // discord.js leaves such a connection open and deaf: an error of it would end the process.
    socket.on('end', () => socket.end());
    await closed;
    await expect(ended).resolves.toBeDefined();
    silent.close();
  });

  it('ends the session, so that the next start does not resume it', async () => {
    await world.bot.close();
    expect(world.lines.some(({ msg }) => msg.includes('reconnecting'))).toBe(false);
    await world.reopen();
    expect(gateway().counts).toMatchObject({ identified: 2, resumed: 0 });
  });
});

/** Listens at a port and breaks every connection, until there have been `count`. */
async function breakConnections(port: number, count: number): Promise<void> {
  const server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  for (let broken = 0; broken < count; broken += 1) await once(server, 'connection');
  server.close();
  await once(server, 'close');
}

/** The part of discord.js's shard manager that a shard calls before it connects. */
interface ShardManager {
  readonly options: { retrieveSessionInfo: (shardId: number) => Promise<unknown> };
}

/** Waits until a bot's shard is about to connect again: it first retrieves its session. */
async function untilReconnecting({ client }: Bot): Promise<void> {
  const { _ws: manager } = client.ws as unknown as { readonly _ws: ShardManager };
  const { options } = manager;
  const retrieve = options.retrieveSessionInfo.bind(options);
  await new Promise<void>((resolve) => {
    options.retrieveSessionInfo = (shardId) => {
      resolve();
      return retrieve(shardId);
    };
  });
}

function contentOf(outcome: Outcome): string {
  return 'message' in outcome ? outcome.message.content : JSON.stringify(outcome);
}
