import type { TermVector } from '../text/term-vector.ts';

/** An article as clustering sees it. */
export interface ClusterItem {
  readonly id: string;
  readonly title: string;
  /** TF-IDF, length 1. */
  readonly vector: TermVector;
  /** Milliseconds since the epoch; undefined if the date is unknown. */
  readonly at?: number;
  readonly source?: string;
}
