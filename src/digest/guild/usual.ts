import { canonicalLanguage } from '../../text/language-tags.ts';
import type { Settings } from './settings.ts';

/** What is used where nobody names a language or a zone. */
export interface Usual {
  /** Primary subtags; empty for every language. */
  readonly languages: readonly string[];
  /**
   * Where they come from: what managers chose, the language of the server in Discord, or that of the reader's own
   * Discord. `nothing` if none is known.
   */
  readonly basis: 'chosen' | 'server' | 'reader' | 'nothing';
  /** An IANA zone. */
  readonly zone: string;
}

/** What is known of the reader: a server, or a person in direct messages. */
interface Reader {
  readonly settings?: Settings | undefined;
  /** Discord's locale of the server. */
  readonly guildLocale?: string | undefined;
  /** Discord's locale of a person; only used without a server. */
  readonly locale?: string | undefined;
}

/** Finds what is usual in a server, or without one for a person. Pure. */
export function resolveUsual(
  { settings, guildLocale, locale }: Reader,
  defaultZone: string,
): Usual {
  const zone = settings?.zone ?? defaultZone;
  if (settings?.languages) return { languages: settings.languages, basis: 'chosen', zone };
  const server = canonicalLanguage(guildLocale);
  if (server !== undefined) return { languages: [server], basis: 'server', zone };
  const own = canonicalLanguage(locale);
  if (own !== undefined) return { languages: [own], basis: 'reader', zone };
  return { languages: [], basis: 'nothing', zone };
}
