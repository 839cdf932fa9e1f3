import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { openApp } from '../../src/run/open-app.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { collectLog, LEVELS, type LogLine } from '../support/collect-log.ts';

const NOW = new Date('2024-06-01T00:00:00Z');
const ARTICLES = buildManyArticles(600, 200);
const LOADED = 'the search index was loaded from its file';
const REFUSED = 'the saved search index is not used: all articles are read';
const FAILED = 'the search index could not be saved: the next start takes longer';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-keep-'));
  file = join(folder, 'store.sqlite.index');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the search index of a bot', () => {
  it('is saved beside the store at its end, and loaded at its next start', async () => {
    const first = await run(
      async ({ store }) => void (await store.articles.putMany(ARTICLES, NOW)),
    );
    expect(first.lines).toEqual([]);
    expect(existsSync(file)).toBe(true);
    const second = await run();
    expect(second.lines).toMatchObject([{ msg: LOADED, articles: 600, caughtUp: 0 }]);
    expect(second.size).toBe(600);
  });

  it('is read from the store if the file is damaged, which is logged, and saved again', async () => {
    await run(async ({ store }) => void (await store.articles.putMany(ARTICLES, NOW)));
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, -5));
    const second = await run();
    expect(second.lines).toMatchObject([
      { msg: REFUSED, path: file, reason: expect.stringMatching(/cut off|damaged/) },
    ]);
    expect(second.size).toBe(600);
    expect((await run()).lines).toMatchObject([{ msg: LOADED, articles: 600 }]);
  });

  it('may be deleted at any time', async () => {
    await run(async ({ store }) => void (await store.articles.putMany(ARTICLES, NOW)));
    await rm(file);
    const second = await run();
    expect(second).toMatchObject({ lines: [], size: 600 });
    expect(existsSync(file)).toBe(true);
  });

  it('does without a file that cannot be written, and says once what to do', async () => {
    await mkdir(join(file, 'a folder in its place'), { recursive: true });
    const first = await run(
      async ({ store }) => void (await store.articles.putMany(ARTICLES, NOW)),
    );
    expect(first.lines).toMatchObject([
      { msg: REFUSED, reason: expect.stringContaining('it could not be read') },
      { msg: FAILED, path: file, level: 40, reason: expect.stringMatching(/EISDIR|ENOTEMPTY/) },
    ]);
  });

  it('is not saved by a command that only reads, nor for a store in memory', async () => {
    await run(async ({ store }) => void (await store.articles.putMany(ARTICLES, NOW)));
    await rm(file);
    expect(await run(undefined, { isStarted: false })).toMatchObject({ lines: [], size: 600 });
    expect(existsSync(file)).toBe(false);
    const memory = await run(undefined, { storeUrl: 'memory:' });
    expect(memory.lines).toEqual([]);
  });
});

/** What the person who runs the bot sees of the index. */
const isShown = ({ level, msg }: LogLine): boolean =>
  level >= LEVELS.info && msg.includes('search index');

type App = Awaited<ReturnType<typeof openApp>>;

/** Opens the app, does some work, loads and starts it, and closes it. */
async function run(
  before: (app: App) => Promise<void> = async () => {},
  { isStarted = true, storeUrl = `sqlite:${join(folder, 'store.sqlite')}` } = {},
) {
  const { log, lines } = collectLog();
  const config = parseConfig({
    STORE_URL: storeUrl,
    SOURCES: 'none',
    ARTICLE_FOLDERS: join(folder, 'none'),
  });
  const app = await openApp(config, log, () => NOW);
  await before(app);
  await app.load();
  if (isStarted) await app.start();
  const { size } = app.services.index;
  await app.close();
  return { lines: lines.filter(isShown), size };
}
