import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { countOf } from '../../text/count-of.ts';
import type { StoreAddress } from '../engines/parse-store-url.ts';
import { describeServerBackup } from '../backup/describe-server-backup.ts';
import { stampTime } from '../backup/stamp-time.ts';
import { removeUnfinished } from '../backup/unfinished-file.ts';
import { writeBackup } from '../backup/write-backup.ts';

/** Backups of one store that are kept: those before the last three migrations. */
const KEPT = 3;

/**
 * A backup of the same version that is younger is not made again. A migration that fails at each start would otherwise
 * fill the disk, and a backup of what it has left would replace that of what was there before.
 */
const FRESH_MS = 24 * 3_600_000;

/**
 * Makes a backup of a store before it is migrated from `version`, beside it: `dateline.sqlite.schema-1-2026-11-29T171234Z.backup`.
 * The newest three are kept. Says where it is; of a server, says how to make one.
 */
export async function backUpBefore(
  address: StoreAddress,
  version: number,
  now: Date,
): Promise<string> {
  if (address.engine !== 'sqlite') {
    return `Dateline itself makes no backup of a server. ${describeServerBackup(address)}`;
  }
  const { path } = address;
  await removeUnfinished(path);
  const fresh = await findFresh(path, version, now);
  if (fresh !== undefined) return `The backup of before is kept: ${fresh}`;
  const file = `${path}.schema-${version}-${stampTime(now)}.backup`;
  const { manifest } = await writeBackup(path, file, { now, force: true });
  await removeOld(path);
  const articles = countOf(manifest.counts['articles'] ?? 0, 'article');
  return `A backup was made before, with ${articles}: ${file} (dateline restore FILE)`;
}

async function findFresh(path: string, version: number, now: Date): Promise<string | undefined> {
  for (const file of await listBackups(path)) {
    const isSame = basename(file).startsWith(`${basename(path)}.schema-${version}-`);
    const { mtimeMs } = await stat(file);
    if (isSame && Math.abs(now.getTime() - mtimeMs) < FRESH_MS) return file;
  }
  return undefined;
}

async function removeOld(path: string): Promise<void> {
  const dated = await Promise.all(
    (await listBackups(path)).map(async (file) => ({ file, at: (await stat(file)).mtimeMs })),
  );
  const old = dated.toSorted((a, b) => b.at - a.at).slice(KEPT);
  for (const { file } of old) await rm(file, { force: true });
}

async function listBackups(path: string): Promise<string[]> {
  const folder = dirname(resolve(path));
  const start = `${basename(path)}.schema-`;
  const names = await readdir(folder);
  return names
    .filter(
      (name) => name.startsWith(start) && /^\d+-[\dT-]+Z\.backup$/.test(name.slice(start.length)),
    )
    .map((name) => join(folder, name));
}
