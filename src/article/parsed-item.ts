import type { LanguageDetector } from '../text/detect-language.ts';
import type { Article } from './article.ts';

/** What is known of a document before it is read. */
export interface DocumentFacts {
  readonly path?: string;
  /** The publisher's name, where the person who imports gives one; it wins over all others. */
  readonly source?: string;
  /** Language of articles that do not name theirs: a BCP 47 primary subtag, 'en' by default. */
  readonly lang?: string;
  /** Tells the language of a text; without it, what is declared stands. */
  readonly detector?: LanguageDetector;
  readonly modifiedAt?: Date;
}

/** What part of the article a line became. */
export type LineRole =
  | 'title'
  | 'body'
  | 'caption'
  | 'subhead'
  | 'author'
  | 'section'
  | 'place'
  | 'url'
  | 'field';

/** One input line that the article holds. Lines are counted from 1. */
export interface LineUse {
  readonly line: number;
  readonly text: string;
  readonly role: LineRole;
}

/** One input line that no article holds, and why. */
export interface DroppedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/**
 * What parsing gives, in the order of the input: an article with the lines that it was made of,
 * a line that was left out, or a fault that a person has to mend.
 */
export type ParsedItem =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly lines: { readonly from: number; readonly to: number };
      readonly uses: readonly LineUse[];
    }
  | ({ readonly kind: 'dropped' } & DroppedLine)
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string };
