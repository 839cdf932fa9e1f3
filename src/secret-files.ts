import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Secrets that were in files, and what is wrong with the others. Nothing here shows a secret or a path. */
interface SecretValues {
  /** By setting. */
  readonly values: Readonly<Record<string, string>>;
  /** A sentence each, with the name of the setting. */
  readonly faults: readonly string[];
  /** The settings whose files could not be read. */
  readonly unread: ReadonlySet<string>;
  /** The variable that a setting's value came from. */
  nameOf(setting: string): string;
}

/** A file with more is no secret: someone named the wrong one. */
const MAX_BYTES = 64 * 1024;

/**
 * Reads the secrets among settings whose files are named, such as DISCORD_TOKEN from the file in
 * DISCORD_TOKEN_FILE. White space around a secret does not count: editors end files with a line break.
 */
export function readSecrets(
  given: Readonly<Record<string, string | undefined>>,
  secrets: readonly string[],
  workingFolder: string,
): SecretValues {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  const unread = new Set<string>();
  for (const setting of secrets) {
    const variable = `${setting}_FILE`;
    const path = given[variable];
    if (path === undefined) continue;
    if (given[setting] !== undefined) {
      faults.push(`${variable} and ${setting} are both set; keep one of them`);
      continue;
    }
    try {
      values[setting] = readSecret(resolve(workingFolder, path));
    } catch (error) {
      faults.push(`${variable} ${explain(error)}`);
      unread.add(setting);
    }
  }
  return {
    values,
    faults,
    unread,
    nameOf: (setting) => (Object.hasOwn(values, setting) ? `${setting}_FILE` : setting),
  };
}

function readSecret(path: string): string {
  const found = statSync(path);
  // The end of a device or a pipe may never come.
  if (!found.isFile()) throw new UnfitFileError('names something that is not a file');
  if (found.size > MAX_BYTES)
    throw new UnfitFileError('names a file that is too large for a secret');
  const secret = readFileSync(path, 'utf8').trim();
  if (secret === '') throw new UnfitFileError('names a file that is empty');
  return secret;
}

class UnfitFileError extends Error {}

function explain(error: unknown): string {
  if (error instanceof UnfitFileError) return error.message;
  const { code = '' } = error as NodeJS.ErrnoException;
  return REASONS.get(code) ?? 'names a file that cannot be read';
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'names a file that does not exist'],
  ['ENOTDIR', 'names a file that does not exist'],
  ['EACCES', 'names a file that the bot may not read'],
  ['EPERM', 'names a file that the bot may not read'],
]);
