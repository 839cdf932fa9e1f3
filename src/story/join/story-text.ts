import { primaryLanguage } from '../../text/language-tags.ts';
import { codeUnitsOf } from '../../text/code-units.ts';
import { casedText } from '../../text/terms.ts';
import { forEachToken } from '../../text/tokens.ts';
import { sketchHashes, type Sketch } from './sketch.ts';
import { TokenCache } from './token-cache.ts';

/** The text of an article, for comparison with others. */
export interface StoryText {
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly source?: string;
}

/** How often each term occurs in an article. */
export type TermCounts = ReadonlyMap<string, number>;

/** What joining keeps of a text. */
export interface StoryTerms {
  /** Of title and text. */
  readonly counts: TermCounts;
  /** By which copies of the text are recognised. */
  readonly sketch: Sketch;
}

const caches = new Map<string, TokenCache>();

/**
 * Counts the terms of an article and sketches its text. The name of its publisher, which many reports and
 * headlines have, says nothing about the event.
 */
export function readStoryText({ title = '', text, lang, source = '' }: StoryText): StoryTerms {
  const language = primaryLanguage(lang);
  let cache = caches.get(language);
  if (!cache) caches.set(language, (cache = new TokenCache(language)));
  cache.trim();
  const counts = new Map<string, number>();
  for (const id of readTokens(title, cache)) count(cache.termOf(id), counts);
  const hashes: number[] = [];
  for (const id of readTokens(text, cache)) {
    count(cache.termOf(id), counts);
    hashes.push(cache.hashOf(id));
  }
  // Nothing of the event is in the name of its publisher.
  for (const id of readTokens(source, cache)) counts.delete(cache.termOf(id) ?? '');
  return { counts, sketch: sketchHashes(hashes) };
}

function readTokens(text: string, cache: TokenCache): number[] {
  const cased = casedText(text);
  const units = codeUnitsOf(cased);
  const ids: number[] = [];
  forEachToken(cased, (start, end) => ids.push(cache.idOf(cased, units, start, end)), units);
  return ids;
}

function count(term: string | null, counts: Map<string, number>): void {
  if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1);
}
