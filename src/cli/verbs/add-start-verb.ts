import { Option, type Command } from 'commander';
import type { CliIo } from '../../io.ts';
import { ROLES, type Role } from '../../run/role.ts';

/** `dateline start`: runs the bot, or one of its roles, until it is stopped. */
export function addStartVerb(program: Command, io: CliIo): void {
  program
    .command('start', { isDefault: true })
    .description('run the bot; without DISCORD_TOKEN, in a local Discord on this machine')
    .addOption(
      new Option('--role <role>', 'what this process does, if several share a PostgreSQL store')
        .choices(Object.keys(ROLES))
        .default('all'),
    )
    .option('--shards <shards>', 'the shards of this process, such as 0-1/4')
    // Unknown verbs end up here, since this one is the default.
    .allowExcessArguments()
    .action(async (options: { role: Role; shards?: string }, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) command.error(`error: there is no verb '${word}'`, { exitCode: 2 });
      // Loaded here: no other verb needs Discord.
      const { runRole } = await import('../../run/run-role.ts');
      const { parseShards } = await import('../../discord/gateway/shards.ts');
      const shards = options.shards === undefined ? undefined : parseShards(options.shards);
      if (options.shards !== undefined && !shards)
        command.error('error: --shards takes FIRST-LAST/COUNT, such as 0-1/4', { exitCode: 2 });
      await runRole(io, { role: options.role, ...(shards && { shards }) });
    });
}
