import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import { exportServer, listServers } from '../../run/server/export-server.ts';
import { SERVER_KINDS } from '../../run/server/server-kinds.ts';
import type { ServerFile } from '../../run/server/server-file.ts';
import { explainFileError } from '../../store/backup/explain-file-error.ts';
import { finishFile, nameUnfinished } from '../../store/backup/unfinished-file.ts';
import { countOf } from '../../text/count-of.ts';
import { openRecords } from '../open-records.ts';

/** `dateline export-server`: writes what belongs to one server into a file, for another host. */
export function addExportServerVerb(program: Command, io: CliIo): void {
  program
    .command('export-server')
    .description("write one server's schedules, settings, own feeds and what was told into a file")
    .argument('<server>', "the server's id, as in Copy Server ID")
    .argument('<file>', 'the file, in JSON')
    .option('--force', 'replace a file of that name')
    .addHelpText('after', NOT_IN_IT)
    .action(async (server: string, file: string, { force }: { force?: boolean }) => {
      if (!force && existsSync(file)) {
        throw new UserError(
          'bad-input',
          `${file} exists already. Give another name, or add --force to replace it.`,
        );
      }
      const store = await openRecords(parseConfig(io.env).storeUrl, io);
      try {
        const exported = await exportServer(store, server, io.now());
        const counts = countRecords(exported);
        if (counts === undefined) throw refuseUnknown(server, await listServers(store));
        await writeWhole(file, `${JSON.stringify(exported, undefined, 1)}\n`);
        io.out(`${file}: ${counts}`);
      } finally {
        await store.close();
      }
    });
}

const NOT_IN_IT = `
Not in the file: articles, which the other host reads itself, and what people
follow in direct messages, which is theirs and no server's.`;

/** "61 editions, 1 feed, 2 schedules"; undefined if there is nothing. */
function countRecords({ records }: ServerFile): string | undefined {
  const counts = Object.entries(SERVER_KINDS).map(([kind, { name }]) => ({
    name,
    count: Object.keys(records[kind] ?? {}).length,
  }));
  if (counts.every(({ count }) => count === 0)) return undefined;
  return counts.map(({ name, count }) => countOf(count, name)).join(', ');
}

function refuseUnknown(server: string, known: readonly string[]): UserError {
  const others =
    known.length === 0 ? 'It has none of any server.' : `It has some of: ${known.join(', ')}.`;
  return new UserError(
    'not-found',
    `The store has no schedules, settings, feeds or editions of server ${server}. ${others}`,
  );
}

/** The file is there as a whole or not at all, and only its owner may read it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = nameUnfinished(file);
  try {
    await writeFile(part, text, { mode: 0o600, flag: 'wx' });
    await finishFile(part, file);
  } catch (error) {
    throw explainFileError(error, `The file ${file}`);
  } finally {
    await rm(part, { force: true });
  }
}
