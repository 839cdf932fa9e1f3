import { z } from 'zod';
import { captionSchema, subheadSchema } from '../article.ts';

/** One entry of a feed, as plain text and absolute links. It is stored while it waits for its page. */
export type FeedEntry = z.infer<typeof feedEntrySchema>;

export const feedEntrySchema = z
  .object({
    /** The guid, atom:id or JSON id, as given. */
    id: z.string().exactOptional(),
    /** Absolute http(s) link to the article's page. */
    url: z.string().exactOptional(),
    /** Plain text; empty if the entry has none. */
    title: z.string(),
    /** A name, never an e-mail address. */
    author: z.string().exactOptional(),
    /** Paragraphs of the fullest content in the feed, joined by "\n\n". */
    text: z.string().exactOptional(),
    /** Headings between the paragraphs of `text`, which doesn't contain them. */
    subheads: z.array(subheadSchema).readonly(),
    /** The teaser, if there is other content beside it. */
    summary: z.string().exactOptional(),
    /** The feed gives no more than a teaser: the page should be fetched. */
    isTeaser: z.boolean(),
    /** ISO 8601 in UTC; 00:00Z of the day if `dayOnly`. */
    publishedAt: z.string().exactOptional(),
    updatedAt: z.string().exactOptional(),
    /** Only the day of `publishedAt` is given. */
    dayOnly: z.boolean().exactOptional(),
    /** The first category. */
    section: z.string().exactOptional(),
    captions: z.array(captionSchema).readonly(),
    /** BCP 47 primary subtag. */
    lang: z.string().exactOptional(),
  })
  .readonly();

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
