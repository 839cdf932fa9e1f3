import { primaryLanguage } from '../../text/language-tags.ts';
import { codeUnitsOf } from '../../text/code-units.ts';
import { casedText } from '../../text/terms.ts';
import { forEachToken } from '../../text/tokens.ts';
import { isRoundUp } from './round-up.ts';
import { sketchHashes, type Sketch } from './sketch.ts';
import { TermCounter, type TermCounts } from './term-counter.ts';
import { TOKEN_KINDS, TokenCache } from './token-cache.ts';

/** The text of an article, for comparison with others. */
export interface StoryText {
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly source?: string;
}

/** What joining keeps of a text. */
export interface StoryTerms {
  /** Of title and text. */
  readonly counts: TermCounts;
  /** By which copies of the text are recognised. */
  readonly sketch: Sketch;
}

const caches = new Map<string, TokenCache>();
const counter = new TermCounter();

/**
 * Counts the terms of an article and sketches its text. The name of its publisher, which many reports and
 * headlines have, says nothing about the event.
 */
export function readStoryText({ title = '', text, lang, source = '' }: StoryText): StoryTerms {
  const language = primaryLanguage(lang);
  let cache = caches.get(language);
  if (!cache) caches.set(language, (cache = new TokenCache(language)));
  cache.trim();
  counter.clear();
  readTokens(title, cache, (id) => counter.count(cache.termOf(id)));
  const hashes: number[] = [];
  readTokens(text, cache, (id, units, start) => {
    const kind = cache.kindOf(id);
    const isName =
      kind === TOKEN_KINDS.figure ||
      (kind === TOKEN_KINDS.capital && isWithinSentence(units, start));
    counter.count(cache.termOf(id), isName);
    hashes.push(cache.hashOf(id));
  });
  // A round-up has words of many events, and is about none.
  if (isRoundUp(title)) counter.clear();
  // Nothing of the event is in the name of its publisher.
  readTokens(source, cache, (id) => counter.remove(cache.termOf(id)));
  return { counts: counter.take(cache.vocabulary), sketch: sketchHashes(hashes) };
}

/** Calls `visit` with the id of each token of a text and where it begins in the text's units. */
function readTokens(
  text: string,
  cache: TokenCache,
  visit: (id: number, units: Uint16Array, start: number) => void,
): void {
  const cased = casedText(text);
  const units = codeUnitsOf(cased);
  const read = (start: number, end: number): void =>
    visit(cache.idOf(cased, units, start, end), units, start);
  forEachToken(cased, read, units);
}

/** Marks after which any word has a capital. */
const OPENERS = Array.from('.!?:"“”„«»\n', (mark) => mark.charCodeAt(0));

function isWithinSentence(units: Uint16Array, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && units[at] === SPACE) at -= 1;
  return at >= 0 && !OPENERS.includes(units[at]!);
}

const SPACE = 0x20;
