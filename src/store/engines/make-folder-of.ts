import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { giveToFolderOwner } from '../give-to-folder-owner.ts';

/** Creates the folder of a file. Node's own `recursive` never returns in a folder such as /proc, where nothing can be created. */
export function makeFolderOf(path: string): void {
  makeFolder(dirname(resolve(path)));
}

function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (!existsSync(path)) makeFolder(dirname(path));
  try {
    mkdirSync(path);
    giveToFolderOwner(path);
  } catch (error) {
    // Another process may have created it since.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
