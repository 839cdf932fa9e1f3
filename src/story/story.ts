/** Articles on one event. */
export interface Story {
  /** Hash of the id of its earliest article: stays while the story grows. */
  readonly id: string;
  /** Earliest first. */
  readonly articleIds: readonly string[];
  /** The article closest to the story's centroid: it gives headline and sentences. */
  readonly centralId: string;
  /** Distinct publishers, in order of first report. */
  readonly sources: readonly string[];
  /** ISO 8601, UTC: dates of the earliest and the latest article. */
  readonly firstAt: string;
  readonly lastAt: string;
}
