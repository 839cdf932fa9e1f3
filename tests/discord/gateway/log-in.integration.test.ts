import { afterEach, describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { openBot, type Bot, type BotDependencies } from '../../../src/discord/open-bot.ts';
import type { Services } from '../../../src/command/services.ts';
import { UserError } from '../../../src/errors.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { collectLog, type LogLine } from '../../support/collect-log.ts';
import { TEST_PATIENCE } from '../../support/open-test-bot.ts';
import { tinyCommands } from '../../support/tiny-commands.ts';

const open: { close(): unknown }[] = [];
let lines: LogLine[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function openDiscord(port = 0): Promise<LocalDiscord> {
  const discord = await openLocalDiscord({ port });
  open.push(discord);
  return discord;
}

async function logIn(
  discord: Pick<LocalDiscord, 'apiUrl' | 'token'>,
  changes: Partial<BotDependencies> = {},
): Promise<Bot> {
  const collected = collectLog();
  lines = collected.lines;
  const store = await openTestStore();
  const bot = await openBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    commands: tinyCommands,
    services: {} as Services,
    registrations: store.records('registrations'),
    now: () => new Date(),
    log: collected.log,
    onFatal: () => undefined,
    attachPictures: (message) => Promise.resolve(message),
    pictureWaitMs: 0,
    patience: TEST_PATIENCE,
    ...changes,
  });
  open.push(store, bot);
  return bot;
}

function countRetries(): number {
  return lines.filter(({ msg }) => msg.includes('trying again')).length;
}

async function failureOf(login: Promise<Bot>): Promise<UserError> {
  const failure: unknown = await login.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  return failure as UserError;
}

describe('logging in', () => {
  it('resolves when the guilds are available', async () => {
    const bot = await logIn(await openDiscord());
    expect(bot.health()).toMatchObject({ connected: true, guildCount: 1 });
  });

  it('with a refused token names the variable, but not the token', async () => {
    const { apiUrl } = await openDiscord();
    const token = 'MTAx.wrong.token-token-token-token';
    const failure = await failureOf(logIn({ apiUrl, token }));
    expect(failure.code).toBe('bad-config');
    expect(failure.message).toContain('DISCORD_TOKEN');
    expect(JSON.stringify(lines) + failure.message).not.toContain(token);
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4011, 'shards'],
    [4014, 'Developer Portal'],
  ])('that the gateway ends with code %i fails with advice', async (code, advice) => {
    const discord = await openDiscord();
    discord.faults.gateway.closeAtIdentify(code);
    const failure = await failureOf(logIn(discord));
    expect(failure.message).toContain(advice);
  });

  it('is tried again while Discord refuses connections', async () => {
    const discord = await openDiscord();
    const { port } = new URL(discord.url);
    await discord.close();
    open.length = 0;
    const login = logIn(discord);
    await expect.poll(countRetries).toBeGreaterThan(0);
    await openDiscord(Number(port));
    expect((await login).health().connected).toBe(true);
  });

  it('is tried again while Discord answers 5xx', async () => {
    const discord = await openDiscord();
    discord.faults.next('GET /gateway/bot', { kind: 'status', status: 503 }, 6);
    expect((await logIn(discord)).health().connected).toBe(true);
  });

  it('is tried again, by one client at a time, while the gateway refuses sockets', async () => {
    const discord = await openDiscord();
    discord.faults.gateway.refuseConnections(true);
    const login = logIn(discord);
    await expect.poll(() => discord.faults.gateway.counts.refused).toBeGreaterThan(1);
    discord.faults.gateway.refuseConnections(false);
    await login;
    // One client kept trying. A second client would identify before a bot that logs in later.
    expect(countRetries()).toBe(0);
    await logIn(discord);
    expect(discord.faults.gateway.counts.identified).toBe(2);
  });

  it('is tried again if the gateway stays silent', async () => {
    const discord = await openDiscord();
    discord.faults.gateway.staySilent(true);
    const login = logIn(discord, { patience: { ...TEST_PATIENCE, attemptMs: 400 } });
    await expect.poll(countRetries).toBeGreaterThan(0);
    discord.faults.gateway.staySilent(false);
    expect((await login).health().connected).toBe(true);
  });

  it('waits for as long as it takes, with pauses that grow, and says so', async () => {
    const discord = await openDiscord();
    await discord.close();
    open.length = 0;
    const ending = new AbortController();
    const login = logIn(discord, { signal: ending.signal });
    await expect.poll(countRetries).toBeGreaterThan(3);
    const retries = lines.filter(({ msg }) => msg.includes('trying again'));
    expect(retries.slice(0, 4).map(({ retryInMs }) => retryInMs)).toEqual([50, 100, 200, 200]);
    expect(retries[0]?.msg).toContain('https://discordstatus.com');
    ending.abort();
    await expect(login).rejects.toBe(ending.signal.reason);
  });

  it('ends at once if the bot is stopped while the gateway refuses sockets', async () => {
    const discord = await openDiscord();
    discord.faults.gateway.refuseConnections(true);
    const ending = new AbortController();
    const login = logIn(discord, { signal: ending.signal });
    await expect.poll(() => discord.faults.gateway.counts.refused).toBeGreaterThan(0);
    ending.abort();
    await expect(login).rejects.toBe(ending.signal.reason);
  });

  it('ends at once if the bot is stopped while it waits to try again', async () => {
    const discord = await openDiscord();
    discord.faults.gateway.staySilent(true);
    const ending = new AbortController();
    const patience = { attemptMs: 100, firstDelayMs: 600_000, maxDelayMs: 600_000 };
    const login = logIn(discord, { signal: ending.signal, patience });
    await expect.poll(countRetries).toBe(1);
    ending.abort();
    await expect(login).rejects.toBe(ending.signal.reason);
  });
});
