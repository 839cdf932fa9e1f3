import { LRUCache } from 'lru-cache';
import { primaryLanguage } from '../../text/language-tags.ts';
import { buildReading, type ReadableArticle } from './build-reading.ts';
import type { Reading } from './reading.ts';

/** Gives the reading of an article. */
export type ReadingOf = (article: ReadableArticle) => Reading;

/** How many characters of articles the bot keeps as readings; they take 14 to 17 bytes each, so 8 MB in all. */
export const READING_CACHE_CHARACTERS = 500_000;

/**
 * Creates a function that keeps the readings of the articles it was last asked for. An article is
 * known by its content: a changed text is read again, two articles with equal title, text and
 * language share a reading.
 *
 * @param maxCharacters Bound on the titles and texts of all readings kept; a longer article is not kept.
 * @param build Reads an article that is not kept; `buildReading` by default.
 */
export function createReadingCache(
  maxCharacters: number,
  build: ReadingOf = buildReading,
): ReadingOf {
  const readings = new LRUCache<string, Reading>({ maxSize: maxCharacters });
  return (article) => {
    const key = contentKey(article);
    const kept = readings.get(key);
    if (kept) return kept;
    const reading = build(article);
    readings.set(key, reading, { size: key.length });
    return reading;
  };
}

/** The whole content rather than a hash: a reading is ten times as large, and no two articles share a key. */
function contentKey({ title, text, lang }: ReadableArticle): string {
  return JSON.stringify([primaryLanguage(lang), title]) + text;
}
