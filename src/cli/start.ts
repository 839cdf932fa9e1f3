import type { Command } from 'commander';
import type { CliIo } from './io.ts';

/** `dateline start`: runs the bot until it is told to stop. */
export function addStartVerb(program: Command, io: CliIo): void {
  program
    .command('start', { isDefault: true })
    .description('run the bot; without DISCORD_TOKEN in a Discord on this machine')
    .action(async () => {
      // Loaded here: no other verb needs Discord.
      const { runBot } = await import('./run-bot.ts');
      await runBot(io);
    });
}
