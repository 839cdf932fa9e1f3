import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Locale, PermissionFlagsBits as Bits, type APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { textOf } from '../support/read-outcome.ts';
import { startProgram, type Program } from '../support/start-program.ts';
import { openStorePlace, type StorePlace } from '../support/store-place.ts';

// Each test starts a program or two. On a busy machine that takes minutes.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const POST = 'POST /channels/:id/messages';
const PATIENCE = { timeout: 120_000 };

let discord: LocalDiscord;
let folder: string;
let place: StorePlace;
let programs: Program[];
beforeEach(async () => {
  discord = await openLocalDiscord();
  folder = await mkdtemp(join(tmpdir(), 'dateline-greeting-'));
  place = await openStorePlace(`sqlite:${join(folder, 'store.sqlite')}`);
  programs = [];
});
afterEach(async () => {
  for (const program of programs) program.process.kill('SIGKILL');
  await Promise.all(programs.map(({ exitCode }) => exitCode));
  await discord.close();
  await place.remove();
  await rm(folder, { recursive: true });
});

/** Starts the bot as a host does, in a process of its own. */
async function start(): Promise<Program> {
  const program = startProgram({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    STORE_URL: place.url,
    ARTICLE_FOLDERS: folder,
    DEFAULT_ZONE: 'Europe/Berlin',
    LOG_LEVEL: 'info',
  });
  programs.push(program);
  await program.seeLine(/(articles loaded)/u, 120_000);
  return program;
}

async function kill(program: Program): Promise<void> {
  program.process.kill('SIGKILL');
  await program.exitCode;
}

/** A server that the bot isn't in yet, with two channels. */
function addServer(communityLocale: Locale = Locale.German) {
  const { state } = discord;
  const { id } = state.addGuild('Lesesaal', { withBot: false, communityLocale }).api;
  const [first, second] = ['regeln', 'allgemein'].map((name) => state.addChannel(id, name).id);
  return { id, first: first ?? '', second: second ?? '' };
}

const greetings = (...channels: string[]): APIMessage[] =>
  channels.flatMap((channel) => discord.state.messages(channel));

/** What would have been posted by now is there: the bot has answered something else in the meantime. */
async function settleGreetings(program: Program): Promise<void> {
  const { id, first } = addServer(Locale.French);
  discord.state.inviteBot(id);
  await vi.waitUntil(() => greetings(first).length > 0, PATIENCE);
  expect(program.process.exitCode).toBeNull();
}

describe('a server that the bot joins', () => {
  it('is greeted once in its language, in its system channel, and nobody is notified', async () => {
    const program = await start();
    const { id, first, second } = addServer();
    discord.state.setSystemChannel(id, second);
    discord.state.setOverwrite(second, id, { deny: Bits.AttachFiles | Bits.ReadMessageHistory });
    discord.state.inviteBot(id);
    await vi.waitUntil(() => greetings(second).length > 0, PATIENCE);
    const [greeting] = greetings(second);
    const text = textOf(greeting!);
    expect(text).toContain('## Hallo! Ich bringe Nachrichten');
    expect(text).toContain('1. `/überblick jetzt` zeigt die Nachrichten von jetzt');
    expect(text).toContain('2. `/zeitplan hinzufügen` lässt jeden Tag einen Überblick posten');
    expect(text).toContain(
      '3. `/einstellungen setzen` wählt die Sprachen und die Zeitzone. Jetzt: Deutsch, Europe/Berlin',
    );
    expect(text).toContain('In diesem Kanal fehlen mir Berechtigungen');
    expect(text).toContain('- Attach Files: für Karten und Diagramme');
    expect(text).toContain('- Read Message History: um nach einem Absturz zu wissen');
    expect(text).not.toContain('Send Messages in Threads');
    expect(greeting).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
    // Neither an outage of the server, nor a new session, nor a restart is a joining.
    discord.faults.gateway.invalidateSessions(false);
    await program.seeLine(/(reconnecting to Discord)/u);
    await settleGreetings(program);
    await kill(program);
    await settleGreetings(await start());
    expect(greetings(first, second)).toHaveLength(1);
  });

  it('is greeted in the first channel in which the bot may write, in English without a translation', async () => {
    const { id, first, second } = addServer(Locale.Japanese);
    discord.state.setOverwrite(first, id, { deny: Bits.SendMessages });
    // It joined while the bot was not running.
    discord.state.inviteBot(id);
    const program = await start();
    await vi.waitUntil(() => greetings(second).length > 0, PATIENCE);
    const text = textOf(greetings(second)[0]!);
    expect(text).toContain('## Hello! I bring news');
    expect(text).toContain('`/settings set` chooses the languages and the time zone. Now: 日本語');
    expect(text).not.toContain('I lack');
    await settleGreetings(program);
    expect(greetings(first, second)).toHaveLength(1);
  });

  it('is not greeted if there is no such channel, nor by direct message, and the log says so', async () => {
    const { id, first, second } = addServer();
    for (const channel of [first, second])
      discord.state.setOverwrite(channel, id, { deny: Bits.SendMessages });
    discord.state.inviteBot(id);
    const program = await start();
    await program.seeLine(/(a server was not greeted: there is no channel to write in)/u);
    await settleGreetings(program);
    expect(greetings(first, second)).toEqual([]);
    expect(discord.faults.requests.some(({ path }) => path.endsWith('/users/@me/channels'))).toBe(
      false,
    );
  });

  it('is not greeted if the bot joined it long before, as before it greeted anybody', async () => {
    const program = await start();
    await settleGreetings(program);
    expect(greetings(discord.channelId)).toEqual([]);
  });

  it('is greeted again if the bot was removed and joins again', async () => {
    const program = await start();
    const { id, first } = addServer();
    discord.state.inviteBot(id);
    await vi.waitUntil(() => greetings(first).length > 0, PATIENCE);
    discord.state.kickBot(id);
    await discord.clock.advance(60_000);
    discord.state.inviteBot(id);
    await vi.waitUntil(() => greetings(first).length > 1, PATIENCE);
    await settleGreetings(program);
    expect(greetings(first)).toHaveLength(2);
  });

  it.each(['before', 'after'] as const)(
    'is greeted once by a bot that is killed %s Discord has the greeting',
    async (when) => {
      const program = await start();
      const hold = discord.faults.hold(POST, when);
      const { id, first } = addServer();
      discord.state.inviteBot(id);
      await hold.reached;
      await kill(program);
      hold.drop();
      // Discord has forgotten the nonce by then.
      await discord.clock.advance(30 * 60_000);
      expect(greetings(first)).toHaveLength(when === 'before' ? 0 : 1);
      await settleGreetings(await start());
      expect(greetings(first)).toHaveLength(1);
    },
  );
});
