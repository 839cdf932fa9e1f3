import type { KnownGuild } from '../../digest/guild/known-guild.ts';

/** A server as Discord describes it. */
export interface SeenGuild {
  readonly id: string;
  /** Discord's locale of the server. */
  readonly locale: string;
  /** When the bot joined it, in ISO 8601; absent in an update, and in an interaction. */
  readonly joinedAt?: string;
}

/** A server that the bot joined longer ago needs no greeting any more: it may have been joined by an earlier version. */
const NEW_FOR_MS = 24 * 3_600_000;

/**
 * What is remembered of a server that was seen at `now`. It is due a greeting once for each joining, also if the bot
 * was not running then. A server whose joining is not known is not greeted, but its locale is remembered.
 */
export function planGreeting(
  known: KnownGuild | undefined,
  { locale, joinedAt }: Pick<SeenGuild, 'locale' | 'joinedAt'>,
  now: Date,
): KnownGuild {
  const joinedMs = Date.parse(joinedAt ?? '');
  if (Number.isNaN(joinedMs)) return { greeting: { kind: 'none' }, ...known, locale };
  const joined = new Date(joinedMs).toISOString();
  if (known?.joinedAt === joined) return { ...known, locale };
  const isNew = now.getTime() - joinedMs < NEW_FOR_MS;
  return { locale, joinedAt: joined, greeting: { kind: isNew ? 'due' : 'none' } };
}
