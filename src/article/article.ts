import { z } from 'zod';

/** How an article's date was found, from the most to the least certain. */
export type DateBasis =
  | 'header' // a field of the document: feed, page metadata, front matter, JSON
  | 'byline' // an "Updated …"/"Published …" line or a dated byline
  | 'caption' // the date in a picture's caption
  | 'lead-weekday' // a weekday in the lead, counted from the caption's or file's date
  | 'file' // the file's modification time
  | 'first-seen' // when it was first read
  | 'clamped' // a field names a time to come; the time of first sight stands for it
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

/** One parsed news item. `text` is what sentences point into; nothing else is ever quoted from. */
export interface Article {
  /** Stable across re-reads and changed texts; see article-id.ts. */
  readonly id: string;
  readonly title: string;
  /** Body paragraphs, each once, joined by a blank line ("\n\n"). */
  readonly text: string;
  readonly url?: string;
  readonly author?: string;
  /** ISO 8601 in UTC. Where only the day is known: that day at 00:00Z and `dayOnly` is true. */
  readonly publishedAt?: string;
  readonly dayOnly?: boolean;
  readonly dateBasis: DateBasis;
  readonly section?: string;
  /** The place that opens the report (its dateline), when it names one. */
  readonly place?: string;
  readonly captions: readonly Caption[];
  readonly subheads: readonly Subhead[];
  /** BCP 47 primary subtag, chosen by choose-language.ts; 'en' when nothing says otherwise. */
  readonly lang: string;
  /** The publisher's name, when known. */
  readonly source?: string;
  /** The server whose own source brought it, which alone may see it; absent: it is for everyone. */
  readonly onlyFor?: string;
}
