import { readFile } from 'node:fs/promises';
import defaults from '../../../data/sources.json' with { type: 'json' };
import { UserError } from '../../errors.ts';
import type { ListedSource } from './build-source.ts';
import { describeFileError } from '../files/find-files.ts';
import { parseSourceArray, parseSourceList, parseSourcesSetting } from './parse-source-list.ts';

/** Reads the host's sources as the setting `SOURCES` names them; without it, the list that comes with the bot. Throws a UserError. */
export async function readSourceList(setting: string | undefined): Promise<ListedSource[]> {
  const parsed = parseSourcesSetting(setting);
  switch (parsed.kind) {
    case 'default':
      return parseSourceArray(defaults);
    case 'none':
      return [];
    case 'urls':
      return [...parsed.sources];
    case 'file':
      return await readListFile(parsed.path);
    default:
      return parsed satisfies never;
  }
}

async function readListFile(path: string): Promise<ListedSource[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError('bad-config', `SOURCES names ${path}: ${describeFileError(error)}.`);
  }
  try {
    return parseSourceList(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError('bad-config', `SOURCES names ${path}. ${error.message}`);
  }
}
