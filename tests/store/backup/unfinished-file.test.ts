import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  discardUnfinished,
  finishFile,
  nameUnfinished,
  removeUnfinished,
} from '../../../src/store/backup/unfinished-file.ts';

/** No system has so many processes. */
const NO_PROCESS = 2 ** 31 - 1;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-unfinished-'));
  path = join(folder, 'a.backup');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('removes what killed processes have left, and nothing else', async () => {
  const part = nameUnfinished(path);
  const kept = [
    'a.backup',
    `a.backup.part-${process.ppid}-0123abcd`,
    `a.backup.part-${NO_PROCESS}-notes`,
    `b.backup.part-${NO_PROCESS}-0123abcd`,
    basename(part),
  ];
  const left = [
    `a.backup.part-${NO_PROCESS}-0123abcd`,
    `a.backup.part-${NO_PROCESS}-0123abcd-journal`,
    // In a container, ids come again.
    `a.backup.part-${process.pid}-0123abcd`,
  ];
  for (const name of [...kept, ...left]) writeFileSync(join(folder, name), '');
  await removeUnfinished(path);
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
});

it('discards what this process has not finished', () => {
  const part = nameUnfinished(path);
  writeFileSync(part, '');
  writeFileSync(`${part}-journal`, '');
  discardUnfinished();
  expect(readdirSync(folder)).toEqual([]);
});

it('gives a finished file its name, and then discards it no more', async () => {
  const part = nameUnfinished(path);
  writeFileSync(path, 'old');
  writeFileSync(part, 'new');
  await finishFile(part, path);
  discardUnfinished();
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(existsSync(part)).toBe(false);
});
