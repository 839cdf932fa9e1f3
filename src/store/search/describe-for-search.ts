import { findArticlePlaces } from '../../article/article-places.ts';
import { articleTimes } from '../../article/article-time.ts';
import { canonicalUrl } from '../../article/canonical-url.ts';
import { primaryLanguage } from '../../text/language-tags.ts';
import { splitWords, wordTerm } from '../../text/terms.ts';
import type { StoredArticle } from '../article-store.ts';
import { lexemeOf, quoteLexeme } from './lexemes.ts';

/** What a database that searches keeps of an article: its words and what a search may be narrowed by. */
export interface SearchRow {
  readonly at: number;
  readonly seenAt: number;
  readonly lang: string;
  readonly source: string | undefined;
  readonly onlyFor: string | undefined;
  readonly countries: readonly string[];
  /** The canonical form of its URL. */
  readonly page: string | undefined;
  /** The words at their positions, and their terms; as PostgreSQL writes a `tsvector`. */
  readonly words: string;
}

/** What PostgreSQL's full text can hold of one text: positions up to 16,383, and one megabyte in all. */
const MOST = { position: 16_383, bytes: 700_000 } as const;

/** Title and text are so far apart that no phrase spans both. */
const BREAK = 2;

/** Terms that are kept, so that each word of a language is stemmed once. */
const KEPT_TERMS = 100_000;
const terms = new Map<string, string | undefined>();

/** Describes an article for a database that searches. Words beyond what it can hold are left out. */
export function describeForSearch(article: StoredArticle): SearchRow {
  const lang = primaryLanguage(article.lang);
  return {
    ...articleTimes(article),
    lang,
    source: article.source,
    onlyFor: article.onlyFor,
    countries: findArticlePlaces(article).map(({ country }) => country),
    page: article.url === undefined ? undefined : pageOf(article.url),
    words: encodeWords(article, lang),
  };
}

/** The canonical form of a URL; other text is only trimmed. */
export function pageOf(url: string): string {
  return canonicalUrl(url) ?? url.trim();
}

function encodeWords({ title, text }: StoredArticle, lang: string): string {
  const positions = new Map<string, number[]>();
  let position = 0;
  let bytes = 0;
  const at = (lexeme: string): number[] => {
    let list = positions.get(lexeme);
    if (!list) {
      positions.set(lexeme, (list = []));
      bytes += Buffer.byteLength(lexeme) + 2;
    }
    return list;
  };
  for (const part of [title, text]) {
    for (const word of splitWords(part, lang)) {
      position += 1;
      if (position > MOST.position || bytes > MOST.bytes) break;
      at(lexemeOf(word)).push(position);
      bytes += 2;
      const term = termOf(word, lang);
      if (term !== undefined) at(lexemeOf(term));
    }
    position += BREAK;
  }
  return Array.from(positions, ([lexeme, list]) =>
    list.length === 0 ? quoteLexeme(lexeme) : `${quoteLexeme(lexeme)}:${list.join(',')}`,
  ).join(' ');
}

function termOf(word: string, lang: string): string | undefined {
  const key = `${lang} ${word}`;
  if (!terms.has(key)) {
    if (terms.size === KEPT_TERMS) terms.clear();
    terms.set(key, wordTerm(word, lang));
  }
  return terms.get(key);
}
