import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import type { Client } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPingBot } from './ping-bot.ts';

let discord: LocalDiscord;
let bot: Client;
beforeAll(async () => {
  discord = await openLocalDiscord({ applicationName: 'Ping Bot' });
  bot = await openPingBot(discord.token, discord.apiUrl);
});
afterAll(async () => {
  await bot.destroy();
  await discord.close();
});

it('answers a member', async () => {
  const member = discord.asUser(discord.memberId);
  const outcome = await member.runCommand('ping');
  expect(outcome).toMatchObject({ kind: 'replied', message: { content: 'Pong!' } });
});

it('answers late if Discord is slow', async () => {
  discord.faults.next('POST /interactions/*', { kind: 'slow', delayMs: 50 });
  const outcome = await discord.asUser(discord.memberId).runCommand('ping');
  expect(outcome.kind === 'replied' && outcome.acknowledgedAfterMs).toBeGreaterThanOrEqual(50);
});

it('keeps its messages when the clock moves', async () => {
  const before = discord.clock.now();
  await discord.clock.advance(24 * 60 * 60_000);
  expect(discord.clock.now() - before).toBeGreaterThanOrEqual(24 * 60 * 60_000);
  expect(discord.state.messages(discord.channelId)).not.toHaveLength(0);
});
