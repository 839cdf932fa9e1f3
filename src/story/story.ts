/** Articles about one event. */
export interface Story {
  /** Hash of its earliest article's id, so that it stays the same while the story grows. */
  readonly id: string;
  /** Earliest first. */
  readonly articleIds: readonly string[];
  /** The article closest to the story's centroid. It provides headline and sentences. */
  readonly centralId: string;
  /** Distinct publishers, in the order of their first report. */
  readonly sources: readonly string[];
  /** Dates of the earliest and the latest article, ISO 8601 in UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
}
