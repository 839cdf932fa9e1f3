import type { Place } from '../text/places/place.ts';
import type { CountsFor } from './tally.ts';

/** What the index keeps in memory to list, filter and sort articles; not their text. */
export interface ArticleEntry {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly url?: string;
  readonly source?: string;
  readonly section?: string;
  /** Where it happens, the surest first; absent if headline, lead and dateline do not say. */
  readonly places?: readonly Place[];
  /** The only server that may see it; absent if everyone may. */
  readonly onlyFor?: string;
  /** Milliseconds since the epoch: when it was published, else when it was first stored. */
  readonly at: number;
  /** Milliseconds since the epoch: when it was first stored. */
  readonly seenAt: number;
  /** The number of its terms, with repeats. */
  readonly length: number;
}

/** When and by whom an article was published. */
export type ReportEntry = Pick<ArticleEntry, 'at' | 'source'>;

/** Whether a list may contain an article, by the only server that may see it and its URL. */
export type Allow = (onlyFor: string | undefined, url: string | undefined) => boolean;

/** What of an index a reader may see; all if a part is absent. */
export interface Seen {
  readonly allow?: Allow | undefined;
  readonly countsFor?: CountsFor;
}
