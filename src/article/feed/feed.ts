import type { Caption, Subhead } from '../article.ts';

/** One entry of a feed, as plain text and absolute links. */
export interface FeedEntry {
  /** The guid, atom:id or JSON id, as given. */
  readonly id?: string;
  /** Absolute http(s) link to the article's page. */
  readonly url?: string;
  /** Plain text; empty where the entry has none. */
  readonly title: string;
  /** A name, never an e-mail address. */
  readonly author?: string;
  /** Paragraphs of the fullest content that the feed has, joined by "\n\n". */
  readonly text?: string;
  /** Headings inside `text`; they are no part of it. */
  readonly subheads: readonly Subhead[];
  /** The teaser, where there is a content beside it. */
  readonly summary?: string;
  /** The feed gives no more than a teaser: the page should be fetched. */
  readonly isTeaser: boolean;
  /** ISO 8601 in UTC; 00:00Z of the day where `dayOnly`. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  /** Only the day of `publishedAt` is given. */
  readonly dayOnly?: boolean;
  /** The first category. */
  readonly section?: string;
  readonly captions: readonly Caption[];
  /** BCP 47 primary subtag. */
  readonly lang?: string;
}

/** A feed as read, its entries in the order of the document. */
export interface Feed {
  readonly title?: string;
  /** The page that the feed belongs to. */
  readonly homeUrl?: string;
  /** Where the feed says that it lies. */
  readonly selfUrl?: string;
  readonly lang?: string;
  /** How long the feed asks to be left alone. */
  readonly ttlMinutes?: number;
  /** The encoding in which it was read. */
  readonly encoding?: string;
  readonly entries: readonly FeedEntry[];
}

/** A feed that a page links to. */
export interface FeedLink {
  readonly url: string;
  readonly title?: string;
}

/** What a document is that was asked for as a feed. */
export type FeedResult =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'page'; readonly feedUrls: readonly FeedLink[] }
  | { readonly kind: 'fault'; readonly reason: string };
