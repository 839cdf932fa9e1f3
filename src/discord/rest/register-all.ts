import type { REST } from 'discord.js';
import { buildCommandJson } from '../../command/build-command-json.ts';
import type { Command } from '../../command/command.ts';
import { localizations } from '../../command/localizations/localizations.ts';
import type { Log } from '../../log.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { registerCommands } from './register.ts';

/** The dependencies of registering all commands. */
export interface RegisterAllDependencies {
  readonly commands: readonly Command[];
  /** Hashes of the registered commands; see `registerCommands`. */
  readonly registrations: RecordStore<string>;
  /** Registers the commands in this guild only, where they appear at once. */
  readonly developmentGuildId?: string;
  readonly log: Log;
}

/** What became of registering; `failed`: Discord has refused them. */
export type RegisterOutcome = 'registered' | 'unchanged' | 'failed';

/** Registers all commands of an application. Never rejects. */
export async function registerAll(
  applicationId: string,
  rest: REST,
  { commands, registrations, developmentGuildId, log }: RegisterAllDependencies,
  signal: AbortSignal,
): Promise<RegisterOutcome> {
  try {
    const outcome = await registerCommands(
      {
        applicationId,
        ...(developmentGuildId && { guildId: developmentGuildId }),
        commands: commands.map((command) => buildCommandJson(command, localizations)),
      },
      { rest, hashes: registrations, signal },
    );
    log.info({ commands: commands.length, guild: developmentGuildId }, `commands ${outcome}`);
    return outcome;
  } catch (error) {
    if (!signal.aborted)
      log.error({ err: error }, 'the commands could not be registered; Discord shows the old ones');
    return 'failed';
  }
}
