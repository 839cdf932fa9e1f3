import { z } from 'zod';
import { FOREVER, isIdleAt, type Idle } from '../../store/idle.ts';
import { parseFeedAddress } from './feed-address.ts';
import { POLL_TUNING } from './poll-tuning.ts';

/** The owner of a source: `host` if it is in the host's list, else the id of the server that added it. */
export type SourceOwner = string;

/** The owner of the sources that every server reads. */
export const HOST: SourceOwner = 'host';

/** The address of a feed. */
export const feedAddressSchema = z
  .string()
  .refine((text) => parseFeedAddress(text) !== undefined, 'not the address of a feed');

/** Why a source is not polled. Only a person can resume it. */
export type SourcePause = z.infer<typeof pauseSchema>;

const pauseSchema = z
  .object({
    at: z.iso.datetime(),
    reason: z.enum(['by-manager', 'failing', 'gone']),
    /** Those who depend on the source still have to be told. */
    untold: z.literal(true).exactOptional(),
  })
  .readonly();

/** Attempts that failed one after the other. */
const failuresSchema = z
  .object({
    count: z.int().min(1),
    since: z.iso.datetime(),
    /** A code of the fetcher or the parser. */
    reason: z.string(),
    /** The same in words, for people. */
    message: z.string(),
  })
  .readonly();

/** New articles of one day (UTC), such as `{ day: '2024-06-14', count: 32 }`. */
export type DayCount = z.infer<typeof dayCountSchema>;

const dayCountSchema = z.object({ day: z.iso.date(), count: z.int().min(0) }).readonly();

/** An entry that yielded no article, and why, in words for people. */
export type DroppedEntry = z.infer<typeof droppedEntrySchema>;

const droppedEntrySchema = z
  .object({
    title: z.string(),
    url: z.string().exactOptional(),
    reason: z.string(),
    at: z.iso.datetime(),
  })
  .readonly();

/** What polling has learned; all dates are ISO 8601 in UTC. */
export type SourceState = z.infer<typeof stateSchema>;

const stateSchema = z
  .object({
    etag: z.string().exactOptional(),
    lastModified: z.string().exactOptional(),
    /** Of the last document: one that comes again unchanged need not be parsed. */
    contentHash: z.string().exactOptional(),
    /** Where permanent redirects led; this is what is fetched. */
    movedTo: feedAddressSchema.exactOptional(),
    lastPollAt: z.iso.datetime().exactOptional(),
    lastSuccessAt: z.iso.datetime().exactOptional(),
    /** When it last had a new article. */
    lastNewAt: z.iso.datetime().exactOptional(),
    failures: failuresSchema.exactOptional(),
    /** Consecutive answers without any entry. */
    emptyAnswers: z.int().min(0),
    /** The days before `lastNewAt` that had new articles, the oldest first. */
    recentCounts: z.array(dayCountSchema).readonly(),
    /** Entries that yielded no article lately, the latest first. */
    dropped: z.array(droppedEntrySchema).readonly().exactOptional(),
    nextPollAt: z.iso.datetime(),
  })
  .readonly();

/** A publisher's feed that is read. */
export type Source = z.infer<typeof sourceSchema>;

export const sourceSchema = z
  .object({
    /** From owner and address: adding the same again gives the same id. */
    id: z.string().min(1),
    /** The feed's address as it was given. */
    url: feedAddressSchema,
    name: z.string().min(1),
    /** The name is its host's, until its feed gives its own. */
    isUnnamed: z.literal(true).exactOptional(),
    homeUrl: z.string().exactOptional(),
    /** ISO 3166-1 alpha-2, in capitals. */
    country: z.string().exactOptional(),
    /** BCP 47 primary subtag. */
    lang: z.string().exactOptional(),
    owner: z.string().min(1),
    addedAt: z.iso.datetime(),
    paused: pauseSchema.exactOptional(),
    state: stateSchema,
  })
  .readonly();

/** The key of a source in its store; those of one owner share the prefix `<owner>:`. */
export function sourceKey({ id, owner }: Pick<Source, 'id' | 'owner'>): string {
  return `${owner}:${id}`;
}

/** The address to fetch: where the feed has moved to, or where it was from the start. */
export function pollUrl({ url, state }: Source): string {
  return state.movedTo ?? url;
}

/** Whether a source is to be polled by now. */
export function isDue(source: Source, now: Date): boolean {
  return source.paused === undefined && !isIdleAt(whenSourceIsIdle(source), now);
}

/**
 * When nobody has to look at a source: from its last poll up to the next, and always once it is paused and those who
 * depend on it have been told.
 */
export function whenSourceIsIdle({ paused, state }: Source): Idle | undefined {
  if (paused !== undefined) return paused.untold ? undefined : FOREVER;
  const { lastPollAt, nextPollAt } = state;
  // Nobody waits before the first poll, whatever the clock was when the source was added.
  if (lastPollAt === undefined) return undefined;
  // What was planned by a clock that has been set back since would be waited for in vain. No wait is longer than a day.
  const lastMs = Date.parse(lastPollAt);
  const until = Math.min(Date.parse(nextPollAt), lastMs + POLL_TUNING.mostAskedMs);
  return { from: new Date(lastMs - POLL_TUNING.clockSkewMs), until: new Date(until) };
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
