import { createHash } from 'node:crypto';
import { z } from 'zod';
import { comparisonKey } from '../../clean-text.ts';
import { entryPage } from '../feed-article-id.ts';
import type { FeedEntry } from '../feed.ts';

/** The part of an entry that is stored, so that the entry is recognized when the feed is read again. */
export type KnownEntry = z.infer<typeof knownEntrySchema>;

export const knownEntrySchema = z
  .object({
    articleId: z.string(),
    entryId: z.string().exactOptional(),
    /** Canonical address of its page. */
    page: z.string().exactOptional(),
    titleKey: z.string(),
    day: z.string().exactOptional(),
    /** Its date, if the feed gives a time. */
    at: z.string().exactOptional(),
    /** Hash of its text without its headline, if that is long enough to be nobody else's. */
    body: z.string().exactOptional(),
    /** Hash of its words. Dates don't count: a new date alone isn't a change. */
    digest: z.string(),
    /** When the feed last contained it (ISO 8601). */
    seenAt: z.string(),
  })
  .readonly();

/** An entry as it is in the feed now, before it is matched with known ones. */
export type SeenEntry = Omit<KnownEntry, 'articleId'>;

/** Describes an entry of the feed as it is now. `entryId` is its own id, if no other entry has it. */
export function describeEntry(entry: FeedEntry, entryId: string | undefined, now: Date): SeenEntry {
  const page = entryPage(entry);
  const day = dayOf(entry);
  const at = entry.dayOnly ? undefined : entry.publishedAt;
  const body = bodyOf(entry);
  return {
    ...(entryId !== undefined && { entryId }),
    ...(page !== undefined && { page }),
    titleKey: comparisonKey(entry.title),
    ...(day !== undefined && { day }),
    ...(at !== undefined && { at }),
    ...(body !== undefined && { body }),
    digest: digestOf(entry),
    seenAt: now.toISOString(),
  };
}

function digestOf({ title, text = '', summary = '' }: FeedEntry): string {
  return hash([title, text, summary].join('\n'));
}

/** A shorter text may be the same in two entries: "This story is for subscribers." */
const MIN_BODY_CHARS = 200;

function bodyOf({ text = '' }: FeedEntry): string | undefined {
  return text.length < MIN_BODY_CHARS ? undefined : hash(text);
}

function hash(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

function dayOf({ publishedAt, updatedAt }: FeedEntry): string | undefined {
  return (publishedAt ?? updatedAt)?.slice(0, 10);
}
