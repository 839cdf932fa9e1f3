import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to read, or why a path cannot be read. */
export type FoundFile =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly bytes: number;
      readonly modifiedAt: Date;
    }
  | { readonly kind: 'fault'; readonly path: string; readonly reason: string };

/**
 * The files at `paths`, folders with all that is below them, in the order of their names. Inside
 * folders hidden files and those about the folder itself (README, LICENSE) are passed over; each folder is read once, and a link back to a folder that
 * is being read is a fault.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  const seen = new Set<string>();
  for (const path of paths) yield* findBelow(path, [], seen);
}

async function* findBelow(
  path: string,
  above: readonly string[],
  seen: Set<string>,
): AsyncGenerator<FoundFile> {
  try {
    const info = await stat(path);
    if (info.isFile()) {
      yield { kind: 'file', path, bytes: info.size, modifiedAt: info.mtime };
      return;
    }
    if (!info.isDirectory()) {
      yield { kind: 'fault', path, reason: 'neither a file nor a folder' };
      return;
    }
    const real = await realpath(path);
    if (above.includes(real)) {
      yield { kind: 'fault', path, reason: 'a link that leads back to a folder above it' };
      return;
    }
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of await listNames(path)) {
      yield* findBelow(join(path, name), [...above, real], seen);
    }
  } catch (error) {
    yield { kind: 'fault', path, reason: describeFileError(error) };
  }
}

async function listNames(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    if (!NOT_ARTICLES.test(name)) names.push(name);
  }
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}

/** Explains a failed read in words. Throws anything that is not a file-system error. */
export function describeFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined) throw error;
  return REASONS[code] ?? `it cannot be read (${code})`;
}

const NOT_ARTICLES = /^\.|^(?:readme|licen[cs]e|changelog|contributing|notice)(?:\.\w+)?$/iu;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'it cannot be read: permission denied',
  EPERM: 'it cannot be read: permission denied',
  ELOOP: 'a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'it cannot be read: the disk reports an error',
};
