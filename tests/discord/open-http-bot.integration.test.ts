import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/command/services.ts';
import type { SeenGuild } from '../../src/delivery/greeting/plan-greeting.ts';
import { openHttpBot, type HttpBot } from '../../src/discord/open-http-bot.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { requestDiscord } from '../../src/discord/rest/request-discord.ts';
import { collectLog } from '../support/collect-log.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { tinyCommands } from '../support/tiny-commands.ts';

let discord: LocalDiscord;
let store: TestStore;
let bot: HttpBot;
const seen: SeenGuild[] = [];

async function open(port = 0): Promise<HttpBot> {
  const { log } = collectLog();
  return await openHttpBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    makeRequest: requestDiscord,
    listenAt: { host: '127.0.0.1', port },
    commands: tinyCommands,
    services: {} as Services,
    registrations: store.records('registrations'),
    attachPictures: createAttachPictures(renderPng, log),
    pictureWaitMs: 0,
    now: () => new Date(),
    log,
    signal: new AbortController().signal,
    onGuild: (guild) => void seen.push(guild),
  });
}

/** Tells Discord where to post interactions, as the host does in the Developer Portal. */
async function setEndpoint(url: string): Promise<number> {
  const response = await fetch(`${discord.apiUrl}/v10/applications/@me`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ interactions_endpoint_url: url }),
  });
  return response.status;
}

beforeEach(async () => {
  seen.length = 0;
  discord = await openLocalDiscord();
  store = await openTestStore();
  bot = await open();
  await bot.registered;
});
afterEach(async () => {
  await bot.close();
  await store.close();
  await discord.close();
});

describe('a bot whose interactions come by HTTP', () => {
  it('is accepted as an endpoint, and answers commands and suggestions without a gateway', async () => {
    expect(await setEndpoint(bot.url)).toBe(200);
    const member = discord.asUser(discord.memberId);
    expect(await member.runCommand('whoami')).toMatchObject({ kind: 'replied' });
    expect(await member.autocomplete('pick', { option: 'what', value: 'x' })).toMatchObject({
      kind: 'choices',
    });
    expect(discord.faults.gateway.counts.identified).toBe(0);
    expect(bot.health()).toMatchObject({ connected: true, guildCount: 1 });
  });

  it('tells once of each server that an interaction comes from, and of its locale', async () => {
    await setEndpoint(bot.url);
    const member = discord.asUser(discord.memberId);
    for (const _ of [1, 2]) await member.runCommand('whoami');
    expect(seen).toEqual([{ id: discord.guildId, locale: 'en-US' }]);
  });

  it('is not accepted once it has ended', async () => {
    await bot.close();
    expect(await setEndpoint(bot.url)).toBe(400);
  });

  it('says where it cannot listen', async () => {
    const port = Number(new URL(bot.url).port);
    await expect(open(port)).rejects.toThrow(
      `The bot cannot listen for interactions at 127.0.0.1:${port} (EADDRINUSE). Choose another address.`,
    );
  });
});
