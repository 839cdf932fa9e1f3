import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseConfig } from '../../config.ts';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import {
  importServer,
  type ImportedServer,
  type KindCounts,
} from '../../run/server/import-server.ts';
import { guildIdSchema, parseServerFile } from '../../run/server/server-file.ts';
import { countOf } from '../../text/count-of.ts';
import { openRecords } from '../open-records.ts';

interface ImportServerOptions {
  readonly server?: string;
  readonly json?: boolean;
}

/** `dateline import-server`: stores what another host has exported of a server. */
export function addImportServerVerb(program: Command, io: CliIo): void {
  program
    .command('import-server')
    .description('store what `export-server` wrote; importing it again changes nothing')
    .argument('<file>', 'a file that `dateline export-server` wrote')
    .option('--server <id>', 'give it to another server; its schedules are paused there')
    .option('--json', 'the counts as one JSON object')
    .addHelpText('after', TWO_HOSTS)
    .action(async (name: string, { server, json }: ImportServerOptions) => {
      const file = parseServerFile(await readText(name), name);
      const to = server ?? file.guildId;
      if (!guildIdSchema.safeParse(to).success) {
        throw new UserError('bad-option', `${to} is not the id of a server: 17 to 20 digits.`);
      }
      const store = await openRecords(parseConfig(io.env).storeUrl, io);
      try {
        const imported = await importServer(store, file, to, io.now());
        if (json) io.out(JSON.stringify({ server: to, ...imported }));
        else printImported(imported, to, io);
        if (imported.skipped.length > 0) io.exitCode(1);
      } finally {
        await store.close();
      }
    });
}

const TWO_HOSTS = `
Stop the bot of the old host first, or remove the server's schedules there:
otherwise both post. Slots from before the import are not caught up.`;

function printImported({ kinds, skipped }: ImportedServer, to: string, io: CliIo): void {
  io.out(`Server ${to}: ${kinds.map(describeKind).join('; ')}`);
  for (const reason of skipped) io.err(`Not imported: ${reason}.`);
}

/** "2 schedules added, 1 there already" */
function describeKind({ name, added, present, left }: KindCounts): string {
  return [
    `${countOf(added, name)} added`,
    ...(present > 0 ? [`${present} there already`] : []),
    ...(left > 0 ? [`${left} left out`] : []),
  ].join(', ');
}

async function readText(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(
      'not-found',
      code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read (${code}).`,
    );
  }
}
