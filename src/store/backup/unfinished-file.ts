import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Names a file beside `path` that will become it when it is complete. The name has the process's id, so that what a
 * killed process has left can be told from what another is writing.
 */
export function nameUnfinished(path: string): string {
  return `${path}.part-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Removes the unfinished files of `path` whose processes are gone. */
export async function removeUnfinished(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const start = `${basename(path)}.part-`;
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid] = name.startsWith(start)
      ? (/^(\d+)-[\da-f]{8}(?:-journal)?$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** An id of this process is one that it got again after the other was killed, as in a container. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
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
