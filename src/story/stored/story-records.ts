import { z } from 'zod';
import type { RecordStore } from '../../store/record-store.ts';
import { storedStorySchema } from './stored-story.ts';

/**
 * A part of a batch: some stories that replace earlier ones, and articles that are in none any more. Batches are read
 * in their order, and what a later one says of an article holds.
 */
export type StoryPart = z.infer<typeof storyPartSchema>;

export const storyPartSchema = z
  .object({
    stories: z.array(storedStorySchema).readonly(),
    gone: z.array(z.string()).readonly(),
  })
  .readonly();

/** A batch of stories that were published together. */
export type StoryBatch = z.infer<typeof storyBatchSchema>;

const storyBatchSchema = z
  .object({
    /** Later batches have higher numbers. */
    number: z.int().min(1),
    /** The publisher that wrote it, so that two never write the same keys. */
    by: z.string(),
    parts: z.int().min(0),
    /** The articles in it. */
    size: z.int().min(0),
    /** It only says again what the batches up to this number said. Absent if it says something new. */
    repeats: z.int().min(0).exactOptional(),
  })
  .readonly();

/** Which batches hold. One record: storing it publishes, so nobody sees a batch that is not complete. */
export type PublishedStories = z.infer<typeof publishedStoriesSchema>;

export const publishedStoriesSchema = z
  .object({
    /** The version of the rules by which the stories were joined; 0 if none are published. */
    rules: z.int().min(0),
    /** The publisher: only it may store the record. */
    by: z.string(),
    /** The journal's cursor up to which the articles are in stories. */
    position: z.int().min(0),
    /** In order. */
    batches: z.array(storyBatchSchema).readonly(),
  })
  .readonly();

/** The stories that a server's own articles are in, in its view. */
export type OwnStories = z.infer<typeof ownStoriesSchema>;

export const ownStoriesSchema = z
  .object({
    rules: z.int().min(0),
    /** The journal's cursor of which they are; absent if they were not joined yet. */
    position: z.int().min(0).exactOptional(),
    stories: z.array(storedStorySchema).readonly(),
  })
  .readonly();

/** Asks for a server's stories as of a cursor or later. */
export const ownRequestSchema = z.object({ position: z.int().min(0) }).readonly();

/** The records that have stories. */
export interface StoryRecords {
  /** By `partKey`. */
  readonly parts: RecordStore<StoryPart>;
  /** Under `PUBLISHED`. */
  readonly published: RecordStore<PublishedStories>;
  /** By server: those that have own articles. */
  readonly own: RecordStore<OwnStories>;
  /** By server. */
  readonly requests: RecordStore<z.infer<typeof ownRequestSchema>>;
}

/** The key of the one record of its kind. */
export const PUBLISHED = 'published';

const DIGITS = 12;

export function partKey({ number, by }: Pick<StoryBatch, 'number' | 'by'>, part: number): string {
  return `${String(number).padStart(DIGITS, '0')}-${by}-${part}`;
}

/** The keys of all parts of a batch. */
export function partKeys(batch: StoryBatch): string[] {
  return Array.from({ length: batch.parts }, (_, part) => partKey(batch, part));
}
