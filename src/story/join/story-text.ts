import { primaryLanguage } from '../../text/language-tags.ts';
import { splitWords, wordTerm } from '../../text/terms.ts';
import { comparableTerm } from '../comparable-term.ts';
import { sketchWords, type Sketch } from './sketch.ts';

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

/**
 * Counts the terms of an article and sketches its text. The name of its publisher, which many reports and
 * headlines have, says nothing about the event.
 */
export function readStoryText({ title = '', text, lang, source = '' }: StoryText): StoryTerms {
  const language = primaryLanguage(lang);
  const counts = new Map<string, number>();
  const words = splitWords(text, language).map((word) => word.text);
  const titleWords = splitWords(title, language).map((word) => word.text);
  for (const word of titleWords.concat(words)) {
    const term = wordTerm(word, language);
    if (term === undefined) continue;
    const key = comparableTerm(term, language);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const word of splitWords(source, language)) {
    const term = wordTerm(word.text, language);
    if (term !== undefined) counts.delete(comparableTerm(term, language));
  }
  return { counts, sketch: sketchWords(words) };
}
