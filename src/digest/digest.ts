import type { Place } from '../text/places/place.ts';

/** A sentence shown in a digest, with its provenance. */
export interface DigestSentence {
  readonly articleId: string;
  /** UTF-16 offsets into that article's text when the digest was built. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One story as a digest tells it. */
export interface DigestStory {
  readonly storyId: string;
  /** Every article of the story, so that it is not told again. */
  readonly articleIds: readonly string[];
  readonly headline: string;
  readonly articleId: string;
  readonly url?: string;
  readonly source?: string;
  /** Where that article was written, as its dateline prints it. */
  readonly place?: string;
  /** Where the story happens, the surest first; absent where no article of it says so. */
  readonly places?: readonly Place[];
  readonly publishedAt?: string;
  readonly dayOnly?: boolean;
  readonly sources: readonly string[];
  readonly sentences: readonly DigestSentence[];
  /** The channel was told this story before and it has new articles. */
  readonly update: boolean;
}

/** Why a story of the window is not in the digest. */
export type OmissionReason = 'already-told' | 'too-short' | 'beyond-story-count' | 'no-room';

export interface Omission {
  readonly storyId: string;
  readonly headline: string;
  readonly reason: OmissionReason;
}

/** Stories selected for a window of time. Bounded, and the same for the same inputs in any order. */
export interface Digest {
  /** ISO 8601, UTC: articles from `from` (inclusive) to `until` (exclusive) were considered. */
  readonly from: string;
  readonly until: string;
  readonly articleCount: number;
  /** Older articles of the window that were not considered, because it held too many; absent for none. */
  readonly leftOutCount?: number;
  /**
   * Set where the window asked for held nothing and the latest stories of the store stand in for
   * it: the date of the newest one (ISO 8601, UTC), noon where only its day is known. Shown as
   * "No news since …".
   */
  readonly noNewsSince?: string;
  readonly stories: readonly DigestStory[];
  readonly omissions: readonly Omission[];
  /** Stories beyond the story count that `omissions` does not list, so that editions stay small. */
  readonly unlistedCount?: number;
}
