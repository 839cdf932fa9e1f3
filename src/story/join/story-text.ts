import { primaryLanguage } from '../../text/language-tags.ts';
import { codeUnitsOf } from '../../text/code-units.ts';
import { casedText } from '../../text/terms.ts';
import { forEachToken } from '../../text/tokens.ts';
import { isRoundUp } from './round-up.ts';
import { sketchHashes, type Sketch } from './sketch.ts';
import { TOKEN_KINDS, TokenCache } from './token-cache.ts';

/** The text of an article, for comparison with others. */
export interface StoryText {
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly source?: string;
  readonly captions?: readonly { readonly text: string }[];
}

/** How often each term occurs in an article. */
export type TermCounts = ReadonlyMap<string, number>;

/** What joining keeps of a text. */
export interface StoryTerms {
  /** Of title, text and captions. */
  readonly counts: TermCounts;
  /** Those of them that are names or figures in the text. */
  readonly names: ReadonlySet<string>;
  /** By which copies of the text are recognised. */
  readonly sketch: Sketch;
}

const caches = new Map<string, TokenCache>();

/**
 * Counts the terms of an article and sketches its text. The name of its publisher, which many reports and
 * headlines have, says nothing about the event. A caption often names it.
 */
export function readStoryText(article: StoryText): StoryTerms {
  const { title = '', text, lang, source = '', captions = [] } = article;
  const language = primaryLanguage(lang);
  let cache = caches.get(language);
  if (!cache) caches.set(language, (cache = new TokenCache(language)));
  cache.trim();
  const counts = new Map<string, number>();
  for (const id of readTokens(title, cache)) count(cache.termOf(id), counts);
  const hashes: number[] = [];
  const names = new Set<string>();
  for (const id of readTokens(text, cache, names)) {
    count(cache.termOf(id), counts);
    hashes.push(cache.hashOf(id));
  }
  for (const caption of captions)
    for (const id of readTokens(caption.text, cache)) count(cache.termOf(id), counts);
  // A round-up has words of many events, and is about none.
  if (isRoundUp(title)) counts.clear();
  // Nothing of the event is in the name of its publisher.
  for (const id of readTokens(source, cache)) counts.delete(cache.termOf(id) ?? '');
  return { counts, names, sketch: sketchHashes(hashes) };
}

/** The tokens of a text; adds the terms of those that are figures, or begin with a capital within a sentence. */
function readTokens(text: string, cache: TokenCache, names?: Set<string>): number[] {
  const cased = casedText(text);
  const units = codeUnitsOf(cased);
  const ids: number[] = [];
  const read = (start: number, end: number): void => {
    const id = cache.idOf(cased, units, start, end);
    ids.push(id);
    const kind = cache.kindOf(id);
    if (kind === TOKEN_KINDS.other || !names) return;
    const term = cache.termOf(id);
    if (term !== null && (kind === TOKEN_KINDS.figure || isWithinSentence(units, start)))
      names.add(term);
  };
  forEachToken(cased, read, units);
  return ids;
}

/** Marks after which any word has a capital. */
const OPENERS = Array.from('.!?:"“”„«»\n', (mark) => mark.charCodeAt(0));

function isWithinSentence(units: Uint16Array, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && units[at] === SPACE) at -= 1;
  return at >= 0 && !OPENERS.includes(units[at]!);
}

const SPACE = 0x20;

function count(term: string | null, counts: Map<string, number>): void {
  if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1);
}
