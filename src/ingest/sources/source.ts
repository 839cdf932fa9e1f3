import { POLL_TUNING } from './poll-tuning.ts';

/** Whose a source is: `host` for those of whoever runs the bot, else the id of the server that added it. */
export type SourceOwner = string;

/** The owner of the sources that every server reads. */
export const HOST: SourceOwner = 'host';

/** Why a source is not polled. Nothing but a person takes it up again. */
export interface SourcePause {
  readonly at: string;
  readonly reason: 'by-manager' | 'failing' | 'gone';
  /** Those who depend on it have still to be told. */
  readonly untold?: true;
}

/** Attempts that failed one after the other. */
interface SourceFailures {
  readonly count: number;
  readonly since: string;
  /** A code of the fetcher or the parser. */
  readonly reason: string;
  /** The same in words, for people. */
  readonly message: string;
}

/** New articles of one day (UTC), such as `{ day: '2024-06-14', count: 32 }`. */
export interface DayCount {
  readonly day: string;
  readonly count: number;
}

/** An entry that gave no article, and why in words for people. */
export interface DroppedEntry {
  readonly title: string;
  readonly url?: string;
  readonly reason: string;
  readonly at: string;
}

/** What polling has learned; all dates are ISO 8601 in UTC. */
export interface SourceState {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Of the last document: one that comes again unchanged need not be parsed. */
  readonly contentHash?: string;
  /** Where permanent redirects led; this is what is fetched. */
  readonly movedTo?: string;
  readonly lastPollAt?: string;
  readonly lastSuccessAt?: string;
  /** When it last brought something new. */
  readonly lastNewAt?: string;
  readonly failures?: SourceFailures;
  /** Answers without any entry, one after the other. */
  readonly emptyAnswers: number;
  /** The days before `lastNewAt` that brought something, the oldest first. */
  readonly recentCounts: readonly DayCount[];
  /** Entries that gave no article lately, the latest first. */
  readonly dropped?: readonly DroppedEntry[];
  readonly nextPollAt: string;
}

/** A publisher's feed that is read. */
export interface Source {
  /** From owner and address: adding the same again gives the same id. */
  readonly id: string;
  /** The feed's address as it was given. */
  readonly url: string;
  readonly name: string;
  /** The name is its host's, for as long as its feed has not said its own. */
  readonly isUnnamed?: true;
  readonly homeUrl?: string;
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly country?: string;
  /** BCP 47 primary subtag. */
  readonly lang?: string;
  readonly owner: SourceOwner;
  readonly addedAt: string;
  readonly paused?: SourcePause;
  readonly state: SourceState;
}

/** The key of a source in its store; those of one owner share the prefix `<owner>:`. */
export function sourceKey({ id, owner }: Pick<Source, 'id' | 'owner'>): string {
  return `${owner}:${id}`;
}

/** The address to fetch: where the feed has moved to, or where it was from the start. */
export function pollUrl({ url, state }: Source): string {
  return state.movedTo ?? url;
}

/** Whether a source is to be polled by now. */
export function isDue({ paused, state }: Source, now: Date): boolean {
  if (paused !== undefined) return false;
  // What was planned by a clock that has been set back since would be waited for in vain.
  const setBackMs =
    state.lastPollAt === undefined ? 0 : Date.parse(state.lastPollAt) - now.getTime();
  return setBackMs > POLL_TUNING.clockSkewMs || Date.parse(state.nextPollAt) <= now.getTime();
}

/** No longer name of a feed is taken; it stands in lists and in the small line of every article. */
const MAX_NAME_LENGTH = 100;

/** A source that nobody named takes the name that its feed gives itself, if it gives one. */
export function nameSource(source: Source, title: string | undefined): Source {
  const name = title?.trim().slice(0, MAX_NAME_LENGTH).trim();
  if (!source.isUnnamed || !name) return source;
  const { isUnnamed: _isUnnamed, ...rest } = source;
  return { ...rest, name };
}
