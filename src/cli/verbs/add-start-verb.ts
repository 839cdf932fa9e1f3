import type { Command } from 'commander';
import type { CliIo } from '../../io.ts';

/** `dateline start`: runs the bot until it is stopped. */
export function addStartVerb(program: Command, io: CliIo): void {
  program
    .command('start', { isDefault: true })
    .description('run the bot; without DISCORD_TOKEN, in a local Discord on this machine')
    // Unknown verbs end up here, since this one is the default.
    .allowExcessArguments()
    .action(async (_options: object, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) command.error(`error: there is no verb '${word}'`, { exitCode: 2 });
      // Loaded here: no other verb needs Discord.
      const { runAll } = await import('../../run/all.ts');
      await runAll(io);
    });
}
