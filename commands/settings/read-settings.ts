import type { CommandContext } from '../../src/command/command.ts';
import { resolveUsual, type Usual } from '../../src/digest/guild/usual.ts';
import type { Settings } from '../../src/digest/guild/settings.ts';
import { requireGuild } from '../schedule/guild-subscriptions.ts';

/** The settings of a server as they are now, and what is usual there. */
export interface FoundSettings {
  /** Absent if nothing was chosen, or if it cannot be read. */
  readonly settings?: Settings;
  readonly usual: Usual;
  /** What a version that this one does not know has stored. */
  readonly isUnreadable: boolean;
}

/** Reads the settings of the server of a command. */
export async function readSettings(context: CommandContext): Promise<FoundSettings> {
  const { services, guildLocale } = context;
  const guildId = requireGuild(context);
  let isUnreadable = false;
  const note = (key: string): void => {
    isUnreadable ||= key === guildId;
  };
  let settings: Settings | undefined;
  for await (const [key, found] of services.settings.list(guildId, note))
    if (key === guildId) settings = found;
  const usual = resolveUsual({ settings, guildLocale }, services.defaultZone);
  return { ...(settings && { settings }), usual, isUnreadable };
}
