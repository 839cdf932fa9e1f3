import type { RecordStore } from '../../store/record-store.ts';
import { isFollow } from '../follow.ts';
import type { KnownGuild } from './known-guild.ts';
import type { Settings } from './settings.ts';
import { resolveUsual } from './usual.ts';

/** Where the languages of servers are found. */
export interface UsualLanguagesParts {
  readonly settings: Pick<RecordStore<Settings>, 'get'>;
  readonly guilds: Pick<RecordStore<KnownGuild>, 'get'>;
}

/**
 * Creates a function that finds the languages of a server's digests whose schedule names none; empty for every
 * language. Follows name theirs: those from before they did have every language.
 */
export function createUsualLanguages({
  settings,
  guilds,
}: UsualLanguagesParts): (guildId: string) => Promise<readonly string[]> {
  return async (guildId) => {
    if (isFollow({ guildId })) return [];
    const chosen = await settings.get(guildId);
    const known = chosen?.languages ? undefined : await guilds.get(guildId);
    return resolveUsual({ settings: chosen, guildLocale: known?.locale }, '').languages;
  };
}
