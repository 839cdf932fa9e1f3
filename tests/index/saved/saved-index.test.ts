import { chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { createFollower } from '../../../src/index/follow-articles.ts';
import { createSavedIndex, indexSavesSchema } from '../../../src/index/saved/saved-index.ts';
import type { ArticleStore } from '../../../src/store/article-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildFilter } from '../../support/build-filter.ts';

const NOW = new Date('2024-06-19T12:00:00Z');
const [MANY, FEW] = [600, 100];

let folder: string;
let path: string;
let closers: (() => Promise<void>)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-saved-'));
  path = join(folder, 'store.sqlite.index');
  closers = [];
});
afterEach(async () => {
  for (const close of closers) await close();
  await rm(folder, { recursive: true });
});

describe('an index that was saved', () => {
  it('is loaded, and then has what any process has changed since', async () => {
    const writing = await openIndexed({ stored: MANY });
    expect(await writing.save()).toBe(true);
    await writing.articles.putMany([buildNumbered(1, 'A ferry sank'), buildNumbered(MANY)], NOW);
    await writing.articles.remove(buildNumbered(2).id);

    const reading = await openIndexed();
    expect(await reading.saved.load()).toEqual({ kind: 'loaded', articles: MANY, caughtUp: 3 });
    expect(reading.titles('ferry')).toEqual(['Report 1']);
    expect(reading.index.has(buildNumbered(2).id)).toBe(false);
    expect(reading.index.size).toBe(MANY);

    await writing.articles.putMany([buildNumbered(3, 'A ferry burns')], NOW);
    await reading.follower.catchUp();
    expect(reading.titles('ferry')).toEqual(['Report 1', 'Report 3']);
  });

  it('takes the place of the one before', async () => {
    const writing = await openIndexed({ stored: MANY });
    await writing.save();
    await writing.change(MANY, 'A ferry sank');
    expect(await writing.save()).toBe(true);
    const reading = await openIndexed();
    expect(await reading.saved.load()).toMatchObject({ kind: 'loaded', caughtUp: 0 });
    expect(reading.titles('ferry')).toHaveLength(10);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/tmp$/));
  });

  it('may be that of another process of the same store', async () => {
    const [one, other] = [await openIndexed({ stored: MANY }), await openIndexed()];
    await other.follower.load();
    await Promise.all([one.save(), one.change(1, 'A ferry sank')]);
    expect(await other.save()).toBe(true);
    await one.change(MANY, 'A ferry burns');
    await one.save();
    const reading = await openIndexed();
    expect(await reading.saved.load()).toMatchObject({ kind: 'loaded' });
    expect(reading.titles('burns')).toHaveLength(10);
  });

  it('is saved again only after enough changes, or entries of the journal', async () => {
    const { save, change, articles } = await openIndexed({ stored: MANY });
    expect(await save()).toBe(true);
    expect(await save()).toBe(false);
    await change(FEW, 'A ferry sank');
    expect(await save()).toBe(false);
    await change(MANY, 'A ferry burns');
    expect(await save()).toBe(true);

    const reading = await openIndexed();
    await reading.saved.load();
    expect(await reading.save()).toBe(false);
    // One article that changes all the time would let the journal forget where the file begins.
    for (let i = 0; i < 2500; i++) await articles.putMany([buildNumbered(0, `Text ${i}`)], NOW);
    await reading.follower.catchUp();
    expect(await reading.save()).toBe(true);
  });

  it('has no part of a change that comes while it is saved', async () => {
    const writing = await openIndexed({ stored: MANY });
    const saving = writing.save();
    await writing.articles.putMany([buildNumbered(1, 'A ferry sank')], NOW);
    const following = writing.follower.catchUp();
    expect(await saving).toBe(true);
    expect(await following).toBe(1);
    const reading = await openIndexed();
    expect(await reading.saved.load()).toMatchObject({ caughtUp: 1 });
    expect(reading.titles('ferry')).toEqual(['Report 1']);
  });

  it('is not saved before it is loaded', async () => {
    const { saved } = await openIndexed();
    expect(await saved.save(new AbortController().signal)).toBe(false);
  });
});

describe('a saved index that is in doubt is refused, and the index stays empty', () => {
  it('if there is none', async () => {
    const { saved } = await openIndexed();
    expect(await saved.load()).toEqual({ kind: 'absent' });
  });

  it('if other code has built it', async () => {
    await (await openIndexed({ stored: MANY })).save();
    expect(await reasonOf(await openIndexed({ code: 'newer' }))).toBe(
      'another version of the program has written it',
    );
  });

  it('if it is of another store', async () => {
    await (await openIndexed({ stored: MANY })).save();
    const other = await openIndexed({ stored: MANY, file: 'other.sqlite', empty: true });
    expect(await reasonOf(other)).toBe('it does not belong to this store');
  });

  it('if the store is from a backup that is older than the file', async () => {
    const writing = await openIndexed({ stored: MANY });
    await writing.close();
    await copyFile(join(folder, 'store.sqlite'), join(folder, 'backup.sqlite'));
    const later = await openIndexed();
    await later.follower.load();
    await later.change(MANY, 'What the backup does not have');
    await later.save();
    await later.close();
    await copyFile(join(folder, 'backup.sqlite'), join(folder, 'store.sqlite'));
    // The journal has grown past the file's cursor again, with other entries.
    const restored = await openIndexed();
    for (let i = 0; i < 30; i++) await restored.articles.putMany([buildNumbered(MANY + i)], NOW);
    expect(await reasonOf(restored)).toBe('it does not belong to this store');
  });

  it('if the journal no longer reaches back to it', async () => {
    await (await openIndexed({ stored: MANY })).save();
    const late = await openIndexed({ cursor: 20_000 });
    expect(await reasonOf(late)).toBe('the store no longer knows what has changed since');
    const early = await openIndexed({ cursor: 0 });
    expect(await reasonOf(early)).toBe('the store no longer knows what has changed since');
  });

  it('if it is damaged, or no file', async () => {
    await (await openIndexed({ stored: MANY })).save();
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 16;
    await writeFile(path, bytes);
    expect(await reasonOf(await openIndexed())).toBe('it is damaged');
    await writeFile(path, '');
    expect(await reasonOf(await openIndexed())).toBe('it is cut off');
    await rm(path);
    await writeFile(join(folder, 'index'), '');
    expect(await reasonOf(await openIndexed({ path: folder }))).toMatch(
      /^it could not be read: EISDIR/,
    );
  });
});

describe('a save that fails', () => {
  it('leaves the file before it in place, and no other', async () => {
    const writing = await openIndexed({ stored: MANY });
    await writing.save();
    const before = await stat(path);
    await writing.change(MANY, 'A ferry sank');
    await expect(writing.saved.save(AbortSignal.abort())).rejects.toThrow('aborted');
    await writing.follower.catchUp();
    expect((await stat(path)).ino).toBe(before.ino);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/tmp$/));
    // The index follows the store again.
    await writing.articles.putMany([buildNumbered(MANY, 'A ferry burns')], NOW);
    expect(await writing.follower.catchUp()).toBe(1);
    const reading = await openIndexed();
    expect(await reading.saved.load()).toMatchObject({ kind: 'loaded', articles: MANY });
    expect(reading.titles('burns')).toEqual([`Report ${MANY}`]);
  });

  it.skipIf(process.getuid?.() === 0)('rejects if the folder cannot be written to', async () => {
    const writing = await openIndexed({ stored: MANY });
    await chmod(folder, 0o500);
    await expect(writing.save()).rejects.toThrow('EACCES');
    await chmod(folder, 0o700);
    expect(await writing.save()).toBe(true);
  });

  it('can be tried again', async () => {
    const writing = await openIndexed({ stored: MANY, path: join(folder, 'store.sqlite', 'no') });
    await expect(writing.save()).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await writing.save().catch(() => 'again')).toBe('again');
  });
});

describe('the index of the newest days in a file', () => {
  it.each([
    ['as many days', 30, 30, 'loaded'],
    ['fewer days', 30, 20, 'loaded'],
    ['fewer days than all', 0, 20, 'loaded'],
    ['more days', 30, 31, 'refused'],
    ['all days', 30, 0, 'refused'],
  ])('for %s', async (_, saved, wanted, kind) => {
    const writing = await openIndexed({ stored: 600, days: saved });
    expect(await writing.save()).toBe(true);
    await writing.close();
    const reading = await openIndexed({ days: wanted });
    expect(await reading.saved.load()).toMatchObject({
      kind,
      ...(kind === 'refused' && { reason: 'it has only the articles of 30 days' }),
    });
  });
});

interface Opening {
  readonly stored?: number;
  readonly file?: string;
  readonly path?: string;
  readonly code?: string;
  readonly cursor?: number;
  readonly empty?: boolean;
  /** The days whose articles the index has. */
  readonly days?: number;
}

/** Opens the store with an index. With `stored`, there are so many articles, and the index has them. */
async function openIndexed(opening: Opening = {}) {
  const store = await openStore(`sqlite:${join(folder, opening.file ?? 'store.sqlite')}`, {
    records: { 'index-saves': indexSavesSchema },
  });
  const index = new ArticleIndex();
  const { cursor } = opening;
  const articles: ArticleStore =
    cursor === undefined ? store.articles : { ...store.articles, cursor: async () => cursor };
  const follower = createFollower(articles, index);
  const saved = createSavedIndex({
    path: opening.path ?? path,
    index,
    articles,
    follower,
    saves: store.records('index-saves'),
    ...(opening.days !== undefined && { days: opening.days }),
    code: async () => opening.code ?? 'code',
  });
  const put = (count: number, text?: string) =>
    articles.putMany(
      Array.from({ length: count }, (_, number) => buildNumbered(number, text)),
      NOW,
    );
  if (opening.stored !== undefined) {
    await put(opening.stored);
    if (!opening.empty) await follower.load();
  }
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  closers.push(close);
  return {
    articles,
    index,
    follower,
    saved,
    close,
    save: () => saved.save(new AbortController().signal),
    /** Changes the first articles, and lets the index follow. */
    change: async (count: number, text: string) => {
      await put(count, text);
      await follower.catchUp();
    },
    titles: (query: string) =>
      index
        .newest(buildFilter(query, NOW), { limit: 10 })
        .entries.map(({ title }) => title)
        .toSorted(),
  };
}

/** Why a file is refused; undefined if it isn't, or if the index is not empty. */
async function reasonOf({
  saved,
  index,
}: Awaited<ReturnType<typeof openIndexed>>): Promise<string | undefined> {
  const outcome = await saved.load();
  return outcome.kind === 'refused' && index.size === 0 ? outcome.reason : undefined;
}

function buildNumbered(number: number, text = 'Water rose.'): Article {
  return buildArticle({ title: `Report ${number}`, text, url: `https://news.example/${number}` });
}
