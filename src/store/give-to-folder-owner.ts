import { chownSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Gives what the administrator has just created to the owner of its folder. Otherwise a verb that the administrator
 * runs before the bot's first start would leave a store that the bot's own user cannot write to.
 */
export function giveToFolderOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(resolve(path)));
  if (uid === 0) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // Not every file system, and not every container, lets root do so. Then the file is root's, as it was.
  }
}
