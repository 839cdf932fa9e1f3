import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { LAST_RESTORE, type Restore } from '../../delivery/settle-restore.ts';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import type { RECORDS } from '../../run/records.ts';
import { describeServerRestore } from '../../store/backup/describe-server-backup.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { readBackup, verifyBackup } from '../../store/backup/verify-backup.ts';
import { parseStoreUrl } from '../../store/engines/parse-store-url.ts';
import { encodeValue } from '../../store/engines/stored-value.ts';
import { describeManifest } from '../describe-manifest.ts';
import { followSteps } from '../follow-steps.ts';

/** What Discord was told of the commands. It is no longer true if the backup is older than the last start. */
const FORGET: readonly (keyof typeof RECORDS)[] = ['registrations'];

const RESTORES: keyof typeof RECORDS = 'restores';

/** `dateline restore`: puts a backup in the place of the SQLite store. */
export function addRestoreVerb(program: Command, io: CliIo): void {
  program
    .command('restore')
    .description('put a backup in the place of the store, which is kept; the bot must not run')
    .argument('<file>', 'a file that `dateline backup` wrote')
    .option('--check', 'only check the backup, all of it, and say what it has')
    .option('--json', "the backup's manifest as one JSON object, and where the old store is kept")
    .action(async (file: string, options: { check?: boolean; json?: boolean }) => {
      if (options.check) {
        const manifest = readBackup(file);
        await followSteps(io, (onProgress) => verifyBackup(file, manifest, onProgress));
        io.out(options.json ? JSON.stringify(manifest) : `Sound: ${describeManifest(manifest)}`);
        return;
      }
      const path = findTarget(parseConfig(io.env).storeUrl, file);
      const { madeAt } = readBackup(file);
      const now = io.now();
      const restore: Restore = { at: now.toISOString(), madeAt };
      const { manifest, keptAs } = await followSteps(io, (onProgress) =>
        restoreBackup(file, path, {
          now,
          forget: FORGET,
          put: [[`${RESTORES}:${LAST_RESTORE}`, encodeValue(restore)]],
          onProgress,
        }),
      );
      if (options.json) {
        io.out(JSON.stringify({ ...manifest, ...(keptAs !== undefined && { keptAs }) }));
        return;
      }
      io.out(`${path}: ${describeManifest(manifest)}`);
      if (keptAs !== undefined) {
        io.out(`The store that was there is kept: ${keptAs} (delete it when nobody needs it)`);
      }
      io.out(
        'Digests that were due until now will not be posted, because their channels may have them. What was told after the backup may be told once more.',
      );
    });
}

function findTarget(storeUrl: string, file: string): string {
  const address = parseStoreUrl(storeUrl);
  if (address.engine !== 'sqlite') {
    throw new UserError(
      'not-available',
      `Nothing was restored: the tools of the store's server do that. ${describeServerRestore(address, file)}`,
    );
  }
  if (address.path === ':memory:') {
    throw new UserError(
      'bad-config',
      'Nothing was restored: STORE_URL names a store in memory. Point it at a file: sqlite:PATH',
    );
  }
  return address.path;
}
