import { primaryLanguage } from '../../text/language-tags.ts';
import { JOINING } from './join-settings.ts';
import { isRoundUp } from './round-up.ts';
import { sketchHashes, type Sketch } from './sketch.ts';
import { TermCounter, type TermCounts } from './terms/term-counter.ts';
import { TERM_MARKS } from './terms/term-entry.ts';
import { TextTokens } from './terms/text-tokens.ts';
import { TOKEN_KINDS, TokenCache } from './terms/token-cache.ts';

/** The text of an article, for comparison with others. */
export interface StoryText {
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly source?: string;
  readonly captions?: readonly { readonly text: string }[];
}

/** What joining keeps of a text. */
export interface StoryTerms {
  /** Of title, text and captions. */
  readonly counts: TermCounts;
  /** By which copies of the text are recognised. */
  readonly sketch: Sketch;
}

const caches = new Map<string, TokenCache>();
const tokens = new TextTokens();
const counter = new TermCounter();

/**
 * Counts the terms of an article and sketches its text. Its opening is the title, the captions, which often name the
 * event, and the first words of the text. The name of its publisher, which many reports and headlines have, says nothing
 * about the event.
 */
export function readStoryText(article: StoryText): StoryTerms {
  const { title = '', text, lang, source = '', captions = [] } = article;
  const language = primaryLanguage(lang);
  let cache = caches.get(language);
  if (!cache) caches.set(language, (cache = new TokenCache(language)));
  cache.trim();
  counter.clear();
  for (const part of [title, ...captions.map((caption) => caption.text)]) {
    tokens.read(part, cache);
    for (let i = 0; i < tokens.count; i++)
      counter.count(cache.termOf(tokens.idAt(i)), TERM_MARKS.opening);
  }
  tokens.read(text, cache);
  const hashes = new Int32Array(tokens.count);
  for (let i = 0; i < hashes.length; i++) {
    const id = tokens.idAt(i);
    const kind = cache.kindOf(id);
    const isName =
      kind === TOKEN_KINDS.figure || (kind === TOKEN_KINDS.capital && tokens.isWithinSentence(i));
    const marks =
      (isName ? TERM_MARKS.name : 0) | (i < JOINING.openingWords ? TERM_MARKS.opening : 0);
    counter.count(cache.termOf(id), marks);
    hashes[i] = cache.hashOf(id);
  }
  // A round-up has words of many events, and is about none.
  if (isRoundUp(title)) counter.clear();
  // Nothing of the event is in the name of its publisher.
  tokens.read(source, cache);
  for (let i = 0; i < tokens.count; i++) counter.remove(cache.termOf(tokens.idAt(i)));
  return { counts: counter.take(cache.vocabulary), sketch: sketchHashes(hashes) };
}
