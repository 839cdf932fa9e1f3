import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { afterEach, describe, expect, it } from 'vitest';
import { openBot, type Bot } from '../../../src/discord/open-bot.ts';
import { parseShards } from '../../../src/discord/gateway/shards.ts';
import { createAttachPictures } from '../../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../../src/discord/pictures/render-png.ts';
import { createLocks, type Locks } from '../../../src/store/locks.ts';
import type { Services } from '../../../src/command/services.ts';
import { collectLog } from '../../support/collect-log.ts';
import { TEST_PATIENCE } from '../../support/open-test-bot.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { tinyCommands } from '../../support/tiny-commands.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Adds servers until each of four shards has one, and returns the first channel of each, in the shards' order. */
function addServers({ state }: LocalDiscord): string[] {
  const channels: string[] = [];
  while (channels.filter(Boolean).length < 4) {
    const { api } = state.addGuild('Server');
    channels[Number((BigInt(api.id) >> 22n) % 4n)] ??= state.addChannel(api.id, 'news').id;
  }
  return channels;
}

/** Starts a bot as one process of several would. */
async function startBot(discord: LocalDiscord, shards: string, locks: Locks): Promise<Bot> {
  const { log } = collectLog();
  const store = await openTestStore();
  closers.push(() => store.close());
  const bot = await openBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    shards: parseShards(shards)!,
    locks,
    commands: tinyCommands,
    services: {} as Services,
    registrations: store.records('registrations'),
    attachPictures: createAttachPictures(renderPng, log),
    pictureWaitMs: 0,
    now: () => new Date(),
    log,
    onFatal: (error) => {
      throw error;
    },
    patience: { ...TEST_PATIENCE, attemptMs: 60_000 },
  });
  closers.push(() => bot.close());
  await bot.registered;
  return bot;
}

describe('two processes with two shards each', () => {
  it('identify in turn, and answer each server once', async () => {
    let ms = Date.now();
    // Every id is of another millisecond, and so of another shard.
    const discord = await openLocalDiscord({ now: () => (ms += 1), maxConcurrency: 2 });
    closers.push(() => discord.close());
    const channels = addServers(discord);
    const locks = createLocks({});
    const bots = await Promise.all([
      startBot(discord, '0-1/4', locks),
      startBot(discord, '2-3/4', locks),
    ]);
    // On a busy machine one may come too late for its turn. Discord then limits the next one, which tries again.
    expect(discord.faults.gateway.counts).toMatchObject({ identified: 4 });
    const shards = [...discord.faults.gateway.sessions.values()].map(({ shard }) => shard[0]);
    expect(shards.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    const ownerId = discord.state.world.application.ownerId;
    for (const channelId of channels) {
      const outcome = await discord.asUser(ownerId, { channelId }).runCommand('whoami');
      expect(outcome.kind).toBe('replied');
    }
    const guilds = bots.map(({ client }) => client.guilds.cache.size);
    expect(Math.min(...guilds)).toBeGreaterThanOrEqual(2);
    expect(guilds[0]! + guilds[1]!).toBe(discord.state.world.guilds.size);
  });
});
