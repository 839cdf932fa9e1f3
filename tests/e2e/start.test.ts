import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalDiscord } from '@dateline/local-discord';
import { publishedArguments } from '../support/node-arguments.ts';
import { RUN_SOURCE } from '../support/run-source.ts';
import { runCli } from '../support/run-cli.ts';
import { askLocal, startProgram, type Program } from '../support/start-program.ts';
import { openStorePlace, usesPostgres, type StorePlace } from '../support/store-place.ts';

const TOKEN = `${'x'.repeat(24)}.${'y'.repeat(6)}.${'z'.repeat(27)}`;

/** The script of package.json. The other tests start the compiled program, which takes a fraction of the time. */
const NPM_START = [...RUN_SOURCE, 'src/main.ts'];

/** The compiled program that is not bundled. */
const PUBLISHED = publishedArguments(join(import.meta.dirname, '../../src/main.ts'));

let folder: string;
let place: StorePlace;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  place = await openStorePlace(`sqlite:${join(folder, 'store.sqlite')}`);
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await place.remove();
  await rm(folder, { recursive: true });
});

describe('npm start without a token', () => {
  it('opens a Discord where commands are answered, and ends cleanly on request', async () => {
    const bot = start({ LOCAL_PORT: '0' }, NPM_START);
    const url = await bot.seeLine(/Discord on this machine: (\S+)/);
    await bot.seeLine(/articles loaded/);
    const outcome = await askLocal(url, 'act', {
      do: 'run-command',
      name: 'digest now',
      options: {},
    });
    expect(JSON.stringify(outcome)).toContain('News digest');
    bot.process.kill('SIGTERM');
    expect(await bot.exitCode).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('ends with the npm that started it', async () => {
    const bot = start({ LOCAL_PORT: '0' }, [], 'npm');
    const url = await bot.seeLine(/Discord on this machine: (\S+)/);
    await bot.seeLine(/articles loaded/);
    bot.process.kill('SIGTERM');
    // Its pipes close when the bot has ended too.
    await bot.exitCode;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('prints one address, which has the page and news in its first channel', async () => {
    const bot = start({ LOCAL_PORT: '0' }, PUBLISHED);
    const url = await bot.seeLine(/Discord on this machine: (\S+)/);
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toMatch('text/html');
    expect(page.headers.get('content-security-policy')).toMatch("script-src 'self';");
    const [, script] = /src="\.(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
    expect((await fetch(`${url}${script}`)).headers.get('cache-control')).toMatch('immutable');
    const readNews = async () => JSON.stringify(await askLocal(url, 'messages?as=reader'));
    await expect.poll(readNews).toContain('News digest');
    const { messages } = await askLocal(url, 'messages?as=reader');
    expect(messages).toHaveLength(1);
    expect(bot.read().match(/http:\/\/\S+/g)).toEqual([url]);
  });

  it('ends cleanly in the middle of a long import, and keeps what it has stored', async () => {
    const articles = join(folder, 'articles');
    await mkdir(articles);
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      JSON.stringify({
        title: `Report ${i}`,
        text: `Number ${i} was reported. `.repeat(40),
        url: `https://a.example/${i}`,
      }),
    );
    await writeFile(join(articles, 'many.jsonl'), lines.join('\n'));
    const bot = start({ LOCAL_PORT: '0', ARTICLE_FOLDERS: articles });
    const url = await bot.seeLine(/Discord on this machine: (\S+)/);
    await expect
      .poll(async () =>
        JSON.stringify(await askLocal(url, 'act', { do: 'run-command', name: 'status' })),
      )
      .toMatch(/- [1-9]\d* articles/);
    bot.process.kill('SIGTERM');
    expect(await bot.exitCode).toBe(0);
    const { out } = await runCli(['doctor'], { env: { STORE_URL: place.url } });
    expect(out.join('\n')).toMatch(/(SQLite|PostgreSQL) opens; [1-9]\d* articles/);
  });

  it('finds all articles again at its next start, by the saved index or without it', async () => {
    const articles = join(folder, 'articles');
    await mkdir(articles);
    const lines = Array.from({ length: 700 }, (_, i) =>
      JSON.stringify({
        title: i === 350 ? 'A ferry sank' : `Report ${i}`,
        text: `Number ${i} was reported. `.repeat(9),
        url: `https://a.example/${i}`,
      }),
    );
    await writeFile(join(articles, 'many.jsonl'), lines.join('\n'));
    const file = join(folder, 'store.sqlite.index');
    const run = async (line: RegExp): Promise<void> => {
      const bot = start({ LOCAL_PORT: '0', ARTICLE_FOLDERS: articles });
      const url = await bot.seeLine(/Discord on this machine: (\S+)/);
      await bot.seeLine(line);
      await bot.seeLine(/articles loaded/);
      const options = { query: 'ferry' };
      const answer = await askLocal(url, 'act', { do: 'run-command', name: 'search', options });
      expect(JSON.stringify(answer)).toContain('A ferry sank');
      bot.process.kill('SIGTERM');
      expect(await bot.exitCode).toBe(0);
      expect(bot.read()).not.toMatch(/could not/);
    };
    await run(/articles loaded/);
    if (usesPostgres()) {
      // There is no file to save the index beside.
      await run(/articles loaded/);
      return;
    }
    const bytes = await readFile(file);
    const damaged = Buffer.from(bytes);
    damaged[bytes.length >> 1]! ^= 1;
    await writeFile(file, damaged);
    await run(/the saved search index is not used: all articles are read/);
    expect((await readFile(file)).equals(damaged)).toBe(false);
    await run(/the search index was loaded from its file/);
  }, 240_000);

  it('gives advice if its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = (other.address() as { port: number }).port;
    const bot = start({ LOCAL_PORT: String(port) });
    expect(await bot.exitCode).toBe(1);
    expect(bot.read()).toContain(`Port ${port} is taken. Set LOCAL_PORT to another one`);
    other.close();
  });
});

describe('npm start with a token', () => {
  it('says that Discord refuses the token, without showing it', async () => {
    const discord = await openLocalDiscord();
    const bot = start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl }, PUBLISHED);
    expect(await bot.exitCode).toBe(1);
    expect(bot.read()).toMatch(/token/i);
    expect(bot.read()).not.toContain(TOKEN);
    await discord.close();
  });

  it('waits for Discord if nothing listens, and ends when it is asked to', async () => {
    const port = await findFreePort();
    const bot = start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    await bot.seeLine(/trying again until it can/);
    bot.process.kill('SIGTERM');
    expect(await bot.exitCode).toBe(0);
  });

  it('ends when it is asked to while Discord accepts a connection and stays silent', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const bot = start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    await once(silent, 'connection');
    bot.process.kill('SIGTERM');
    expect(await bot.exitCode).toBe(0);
    silent.close();
  });

  it('lists all configuration faults at once', async () => {
    const bot = start({ DISCORD_TOKEN: 'hunter2', STORE_URL: 'mysql://me:hunter2@db/news' });
    expect(await bot.exitCode).toBe(1);
    expect(bot.read()).toMatch(/2 settings are wrong[^]*DISCORD_TOKEN[^]*STORE_URL/);
    expect(bot.read()).not.toContain('hunter2');
  });
});

function start(env: Record<string, string>, args?: readonly string[], by?: string): Program {
  const program = startProgram({ STORE_URL: place.url, ...env }, args, by);
  child = program.process;
  return program;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
