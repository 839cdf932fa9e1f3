import { z } from 'zod';
import { placeSchema } from '../text/places/place.ts';

/** A sentence shown in a digest, with its provenance. */
export type DigestSentence = z.infer<typeof sentenceSchema>;

const sentenceSchema = z
  .object({
    articleId: z.string(),
    /** UTF-16 offsets into that article's text when the digest was built. */
    start: z.int().min(0),
    end: z.int().min(0),
    text: z.string(),
    /** Its publisher and address if the story is told by several articles. */
    source: z.string().exactOptional(),
    url: z.string().exactOptional(),
  })
  .readonly();

/** One story as a digest tells it. */
export type DigestStory = z.infer<typeof storySchema>;

const storySchema = z
  .object({
    storyId: z.string(),
    /** Every article of the story, so that it is not told again. */
    articleIds: z.array(z.string()).readonly(),
    /** That of the article which is linked. */
    headline: z.string(),
    articleId: z.string(),
    url: z.string().exactOptional(),
    source: z.string().exactOptional(),
    /** Where that article was written, as its dateline prints it. */
    place: z.string().exactOptional(),
    /** Where the story happens, the surest first; absent if no article of it says so. */
    places: z.array(placeSchema).readonly().exactOptional(),
    /** When the newest of the articles that tell it was published. */
    publishedAt: z.iso.datetime().exactOptional(),
    /** When the first article of the story was published. */
    firstAt: z.iso.datetime().exactOptional(),
    firstDayOnly: z.boolean().exactOptional(),
    /** How many report independently; absent in editions from before it was counted. */
    voices: z.int().min(1).exactOptional(),
    dayOnly: z.boolean().exactOptional(),
    sources: z.array(z.string()).readonly(),
    sentences: z.array(sentenceSchema).readonly(),
    /** The channel was told this story before, and it has new articles. */
    update: z.boolean(),
    /** The topic that it is told under, as it was typed; absent unless several were asked for. */
    topic: z.string().exactOptional(),
  })
  .readonly();

/** Why a story of the window is not in the digest. */
export type OmissionReason = z.infer<typeof omissionReasonSchema>;

const omissionReasonSchema = z.enum(['already-told', 'too-short', 'beyond-story-count', 'no-room']);

/** A story of the window that is not in the digest. */
export type Omission = z.infer<typeof omissionSchema>;

const omissionSchema = z
  .object({ storyId: z.string(), headline: z.string(), reason: omissionReasonSchema })
  .readonly();

/** Stories selected for a window of time. Bounded, and the same for the same inputs in any order. */
export type Digest = z.infer<typeof digestSchema>;

export const digestSchema = z
  .object({
    /** ISO 8601, UTC: articles from `from` (inclusive) to `until` (exclusive) were considered. */
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    articleCount: z.int().min(0),
    /** Their distinct publishers; absent in editions from before they were counted. */
    sourceCount: z.int().min(0).exactOptional(),
    /** How many of the articles are dated before `from` and came later; absent if none is. */
    earlierCount: z.int().min(1).exactOptional(),
    /** The sources that were polled, and how many of them answered the last time; absent if none was polled. */
    polled: z
      .object({ total: z.int().min(1), answered: z.int().min(0) })
      .readonly()
      .exactOptional(),
    /**
     * Set if the window held nothing and the latest stories of the store stand in for it: the date of
     * the newest that is told (ISO 8601, UTC), noon if only its day is known. Shown as "No news since …".
     */
    noNewsSince: z.iso.datetime().exactOptional(),
    stories: z.array(storySchema).readonly(),
    omissions: z.array(omissionSchema).readonly(),
    /** Stories beyond the story count that `omissions` does not list, so that editions stay small. */
    unlistedCount: z.int().min(1).exactOptional(),
  })
  .readonly();
