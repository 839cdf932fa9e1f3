import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Names a file beside `path` that will become it when it is complete. The name has the process's id, so that what a
 * killed process has left can be told from what another is writing.
 */
export function nameUnfinished(path: string): string {
  const name = `${resolve(path)}.part-${process.pid}-${randomBytes(4).toString('hex')}`;
  ours.add(name);
  return name;
}

/** The unfinished files of this process. */
const ours = new Set<string>();

/** Removes what this process has not finished. For a process that ends at once. */
export function discardUnfinished(): void {
  for (const name of ours) {
    for (const file of [name, `${name}-journal`]) rmSync(file, { force: true });
  }
}

/** Removes the unfinished files whose names begin with `start` and whose processes are gone. */
export async function removeUnfinished(start: string): Promise<void> {
  const folder = dirname(resolve(start));
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(basename(start))
      ? /\.part-(\d+)-[\da-f]{8}(?:-journal)?$/.exec(name)?.[1]
      : undefined;
    if (pid === undefined) continue;
    const file = join(folder, name);
    // In a container, this process may have the id of one that was killed.
    const isInUse =
      Number(pid) === process.pid
        ? ours.has(file.replace(/-journal$/, ''))
        : isRunning(Number(pid));
    if (!isInUse) await rm(file, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes an unfinished file that is complete outlive a power cut, then gives it its name, in one step. */
export async function finishFile(unfinished: string, path: string): Promise<void> {
  await syncPath(unfinished);
  await rename(unfinished, path);
  await syncFolder(path);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the new name outlives a power cut too. Not every system can do that with a folder. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(dirname(resolve(path)), 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
