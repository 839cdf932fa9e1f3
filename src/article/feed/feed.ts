import type { Caption, Subhead } from '../article.ts';

/** One entry of a feed, as plain text and absolute links. */
export interface FeedEntry {
  /** The guid, atom:id or JSON id, as given. */
  readonly id?: string;
  /** Absolute http(s) link to the article's page. */
  readonly url?: string;
  /** Plain text; empty if the entry has no title. */
  readonly title: string;
  /** A name, never an e-mail address. */
  readonly author?: string;
  /** The paragraphs of the most complete content in the feed, joined by "\n\n". */
  readonly text?: string;
  /** Headings inside `text`. They aren't part of it. */
  readonly subheads: readonly Subhead[];
  /** The teaser, if the entry also has content. */
  readonly summary?: string;
  /** The feed contains only a teaser, so the page should be fetched. */
  readonly isTeaser: boolean;
  /** ISO 8601 in UTC; 00:00Z of the day if `dayOnly`. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  /** Only the day of `publishedAt` is known. */
  readonly dayOnly?: boolean;
  /** The first category. */
  readonly section?: string;
  readonly captions: readonly Caption[];
  /** BCP 47 primary subtag. */
  readonly lang?: string;
}

/** A feed, with its entries in the order of the document. */
export interface Feed {
  readonly title?: string;
  /** The page that the feed belongs to. */
  readonly homeUrl?: string;
  /** The feed's own address, as the feed states it. */
  readonly selfUrl?: string;
  readonly lang?: string;
  /** How long to wait before reading the feed again, as the feed requests. */
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

/** The result of parsing a document as a feed. */
export type FeedResult =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'page'; readonly feedUrls: readonly FeedLink[] }
  | { readonly kind: 'fault'; readonly reason: string };
