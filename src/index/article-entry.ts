import type { Place } from '../text/places/place.ts';

/** What the index keeps of an article in memory: enough to list, filter and sort, not its text. */
export interface ArticleEntry {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly url?: string;
  readonly source?: string;
  readonly section?: string;
  /** Where it happens by headline, lead and dateline, the surest first; absent where they do not say. */
  readonly places?: readonly Place[];
  /** The server that alone may see it. */
  readonly onlyFor?: string;
  /** Milliseconds since the epoch: the publication date, else when the store first saw it. */
  readonly at: number;
  /** Terms in the article, counting repeats. */
  readonly length: number;
}

/** Whether an article is taken into a list, by who alone may see it and its URL. */
export type Allow = (onlyFor: string | undefined, url: string | undefined) => boolean;
