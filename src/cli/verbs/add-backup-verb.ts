import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import { describeServerBackup } from '../../store/backup/describe-server-backup.ts';
import { writeBackup } from '../../store/backup/write-backup.ts';
import { parseStoreUrl } from '../../store/engines/parse-store-url.ts';
import { describeManifest, formatMegabytes } from '../describe-manifest.ts';
import { followSteps } from '../follow-steps.ts';

interface BackupVerbOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `dateline backup`: copies a SQLite store into one file, also while the bot runs. */
export function addBackupVerb(program: Command, io: CliIo): void {
  program
    .command('backup')
    .description('copy the store into one file, also while the bot runs')
    .argument('<file>', 'the backup, which is written beside its place and checked first')
    .option('--force', 'replace a file of that name')
    .option('--json', 'what was written as one JSON object')
    .action(async (file: string, options: BackupVerbOptions) => {
      const path = findStore(parseConfig(io.env).storeUrl, file);
      const startedAt = performance.now();
      const { manifest, bytes } = await followSteps(io, (onProgress) =>
        writeBackup(path, file, { now: io.now(), force: options.force === true, onProgress }),
      );
      const ms = Math.round(performance.now() - startedAt);
      if (options.json) io.out(JSON.stringify({ file, bytes, ms, ...manifest }));
      else {
        io.out(`${file}: ${describeManifest(manifest)}`);
        io.out(`${formatMegabytes(bytes)} in ${(ms / 1000).toFixed(1)} s, checked`);
      }
    });
}

/** The file of a SQLite store. Throws a UserError that says what to do for a store on another engine. */
function findStore(storeUrl: string, file: string): string {
  const address = parseStoreUrl(storeUrl);
  if (address.engine !== 'sqlite') {
    throw new UserError(
      'not-available',
      `Nothing was backed up: the tools of the store's server do that. ${describeServerBackup(address, file)}`,
    );
  }
  if (address.path === ':memory:') {
    throw new UserError(
      'not-available',
      'Nothing was backed up: a store in memory ends with its process.',
    );
  }
  return address.path;
}
