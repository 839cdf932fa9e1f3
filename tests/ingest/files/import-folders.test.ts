import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  areFolderArticlesKnown,
  listFolderArticles,
} from '../../../src/ingest/files/folder-articles.ts';
import { createFolderImport } from '../../../src/ingest/files/import-folders.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';
import { collect } from '../../support/collect.ts';
import { collectLog } from '../../support/collect-log.ts';

const NOW = new Date('2024-05-01T12:00:00Z');

let folder: string;
let store: TestStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  store = await openTestStore();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('importing folders', () => {
  it('imports every file, and later only those that are new or have changed', async () => {
    const { folders, lines } = open();
    await write('a.json', 'Ferry', 1);
    await write('b.json', 'Budget', 1);
    await folders.importChanged();
    expect(await titles()).toEqual(['Budget', 'Ferry']);
    await folders.importChanged();
    await write('b.json', 'Storm', 2);
    await folders.importChanged();
    expect(await titles()).toEqual(['Budget', 'Ferry', 'Storm']);
    expect(lines.map(({ files }) => files)).toEqual([2, 1]);
  });

  it('skips unchanged files after a restart, but not after an update of the bot', async () => {
    await write('a.json', 'Ferry', 1);
    await open().folders.importChanged();
    const again = open();
    await again.folders.importChanged();
    expect(again.lines).toEqual([]);
    const newer = open('2');
    await newer.folders.importChanged();
    expect(newer.lines).toMatchObject([{ files: 1, unchanged: 1 }]);
  });

  it('updates an article once if it was stored with the wrong language', async () => {
    const title = 'Le pont de Marnay sera reconstruit';
    await write('a.json', title, 1, 'Les travaux commenceront en juin, a dit la maire mardi soir.');
    await open().folders.importChanged();
    const [stored] = await collect(store.articles.iterate());
    expect(stored?.lang).toBe('fr');
    const { firstSeenAt: _first, updatedAt: _updated, ...article } = stored!;
    await store.articles.putMany([{ ...article, lang: 'en' }], NOW);
    const [newer, newest] = [open('2'), open('3')];
    await newer.folders.importChanged();
    expect(newer.lines).toMatchObject([{ updated: 1, unchanged: 0 }]);
    await newest.folders.importChanged();
    expect(newest.lines).toMatchObject([{ updated: 0, unchanged: 1 }]);
  });

  it('reports an unreadable file once until it changes, and imports the others', async () => {
    const { folders, lines } = open();
    await write('a.json', 'Ferry', 1);
    await writeFile(join(folder, 'bad.json'), '{"title": ');
    await folders.importChanged();
    await folders.importChanged();
    expect(lines.filter(({ level }) => level === 40)).toHaveLength(1);
    expect(await titles()).toEqual(['Ferry']);
    await write('bad.json', 'Mended', 2);
    await folders.importChanged();
    expect(await titles()).toEqual(['Ferry', 'Mended']);
  });

  it('keeps what another process has noted about its files in the meantime', async () => {
    const { folders } = open();
    await write('a.json', 'Ferry', 1);
    const theirs = await mkdtemp(join(tmpdir(), 'dateline-'));
    const [old, fresh] = [join(theirs, 'old.json'), join(theirs, 'new.json')];
    await Promise.all([old, fresh].map((path) => writeFile(path, '[]')));
    const states = store.records('files');
    await states.put('imported', { [old]: '1 2 3' });
    const importing = folders.importChanged();
    await states.change('imported', (present) => ({ ...present, [fresh]: '1 2 3' }));
    await importing;
    expect(await states.get('imported')).toEqual({
      [old]: '1 2 3',
      [fresh]: '1 2 3',
      [join(folder, 'a.json')]: expect.any(String) as string,
    });
    await rm(theirs, { recursive: true });
  });

  it('knows which articles the files have, for as long as they are there', async () => {
    await write('a.json', 'Ferry', 1);
    await write('b.json', 'Budget', 1);
    const states = store.records('files');
    await open().folders.importChanged();
    const idOf = async (title: string): Promise<string | undefined> =>
      (await collect(store.articles.iterate())).find((each) => each.title === title)?.id;
    expect(await listFolderArticles(states)).toEqual(
      new Set([await idOf('Ferry'), await idOf('Budget')]),
    );
    await write('b.json', 'Storm', 2);
    await open().folders.importChanged();
    expect(await listFolderArticles(states)).toEqual(
      new Set([await idOf('Ferry'), await idOf('Storm')]),
    );
    await rm(join(folder, 'a.json'));
    await open().folders.importChanged();
    expect(await listFolderArticles(states)).toEqual(new Set([await idOf('Storm')]));
    // A file that comes back is read again.
    await write('a.json', 'Ferry', 1);
    const { folders, lines } = open();
    await folders.importChanged();
    expect(lines).toMatchObject([{ files: 1, unchanged: 1 }]);
    expect(await listFolderArticles(states)).toContain(await idOf('Ferry'));
  });

  it('reads files again that a version imported which did not note their articles', async () => {
    await write('a.json', 'Ferry', 1);
    const states = store.records('files');
    await open().folders.importChanged();
    await states.remove('articles');
    expect(await areFolderArticlesKnown(states)).toBe(false);
    const { folders, lines } = open();
    await folders.importChanged();
    expect(lines).toMatchObject([{ files: 1, unchanged: 1 }]);
    expect(await areFolderArticlesKnown(states)).toBe(true);
  });

  it('reports a missing folder', async () => {
    const { folders, lines } = open('1', join(folder, 'nowhere'));
    await folders.importChanged();
    expect(lines[0]).toMatchObject({ level: 40, file: join(folder, 'nowhere') });
  });
});

function open(version = '1', path = folder) {
  const { log, lines } = collectLog();
  const folders = createFolderImport([path], {
    articles: store.articles,
    states: store.records('files'),
    log,
    now: () => NOW,
    version,
  });
  return { folders, lines };
}

async function write(
  name: string,
  title: string,
  changedAtSeconds: number,
  text = `${title} was reported on Monday. Nobody knows more.`,
): Promise<void> {
  const path = join(folder, name);
  await writeFile(
    path,
    JSON.stringify({ title, text, url: `https://a.example/${encodeURIComponent(title)}` }),
  );
  await utimes(path, changedAtSeconds, changedAtSeconds);
}

async function titles(): Promise<string[]> {
  const articles = await collect(store.articles.iterate());
  return articles.map(({ title }) => title).toSorted();
}
