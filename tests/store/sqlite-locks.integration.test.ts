import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { openTestStore } from '../support/open-test-store.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Another process that takes itself for the last one on a file merges its log and deletes it. */
const LOOK = `
  const database = new (require('libsql'))(process.argv[1]);
  database.prepare('SELECT count(*) FROM entries').get([]);
  database.close();
`;

it('keeps its locks when another store of the process on the same file is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-locks-'));
  const path = join(folder, 'store.sqlite');
  const store = await openTestStore(`sqlite:${path}`);
  const other = await openTestStore(`sqlite:${path}`);
  await other.close();
  await store.articles.putMany(buildManyArticles(40), new Date('2024-03-14T12:00:00.000Z'));
  execFileSync(process.execPath, ['-e', LOOK, path], { cwd: ROOT });
  expect(existsSync(`${path}-wal`)).toBe(true);
  await store.check();
  await store.close();
  rmSync(folder, { recursive: true });
});
