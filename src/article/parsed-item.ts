import type { LanguageDetector } from '../text/detect-language.ts';
import type { Article } from './article.ts';

/** Facts about a document that are known before it is read. */
export interface DocumentFacts {
  readonly path?: string;
  /** The publisher's name if the person who imports names one. Overrides all others. */
  readonly source?: string;
  /** Language of articles that don't declare theirs: a BCP 47 primary subtag. Default: 'en'. */
  readonly lang?: string;
  /** Detects the language of a text. Without it, the declared language is used. */
  readonly detector?: LanguageDetector;
  readonly modifiedAt?: Date;
}

/** The part of the article that a line became. */
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

/** An input line that became part of an article. Lines are counted from 1. */
export interface LineUse {
  readonly line: number;
  readonly text: string;
  readonly role: LineRole;
}

/** An input line that isn't part of any article, and the reason. */
export interface DroppedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/**
 * A result of parsing, in the order of the input: an article with the lines that it consists of, a
 * line that was left out, or a fault that a person has to fix.
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
