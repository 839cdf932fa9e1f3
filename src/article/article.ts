import { z } from 'zod';

/** How an article's date was found, from the most to the least certain. */
export type DateBasis =
  | 'header' // a field of the document: feed, page metadata, front matter, JSON
  | 'byline' // an "Updated …"/"Published …" line or a dated byline
  | 'caption' // the date in a picture's caption
  | 'lead-weekday' // a weekday in the lead, counted from the caption's or file's date
  | 'file' // the file's modification time
  | 'first-seen' // when it was first read
  | 'clamped' // a field names a time in the future, so the time of first sight is used
  | 'unknown';

/** A picture's caption, once, without its credit. */
export type Caption = z.infer<typeof captionSchema>;

export const captionSchema = z
  .object({
    text: z.string(),
    /** Who took or passed on the picture, as printed: "KCNA via YNA/dpa". */
    credit: z.string().exactOptional(),
  })
  .readonly();

/** A short heading inside the body. It isn't a sentence of the report. */
export type Subhead = z.infer<typeof subheadSchema>;

export const subheadSchema = z
  .object({
    text: z.string(),
    /** Offset into `Article.text` (UTF-16) at which the paragraph below it starts. */
    start: z.int().min(0),
  })
  .readonly();

/** One parsed news item. Sentences are offsets into `text`; nothing else is ever quoted. */
export interface Article {
  /** Stable when the article is read again or its text changes; see article-id.ts. */
  readonly id: string;
  readonly title: string;
  /** Body paragraphs, each once, joined by a blank line ("\n\n"). */
  readonly text: string;
  readonly url?: string;
  readonly author?: string;
  /** ISO 8601 in UTC. If only the day is known: that day at 00:00Z, and `dayOnly` is true. */
  readonly publishedAt?: string;
  readonly dayOnly?: boolean;
  readonly dateBasis: DateBasis;
  readonly section?: string;
  /** The place in the dateline that opens the report, if any. */
  readonly place?: string;
  readonly captions: readonly Caption[];
  readonly subheads: readonly Subhead[];
  /** BCP 47 primary subtag, chosen by choose-language.ts. Default: 'en'. */
  readonly lang: string;
  /** The publisher's name, if known. */
  readonly source?: string;
  /**
   * The only server that may see the article, because its own source brought it. Absent: everyone.
   */
  readonly onlyFor?: string;
}
