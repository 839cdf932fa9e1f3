import type { Reading, ReadingSentence } from '../../summary/reading/reading.ts';
import { BRIEF_LIMITS } from './brief.ts';
import { isDateLine } from './date-line.ts';
import { hasFinalStop } from './final-stop.ts';
import { hasLostSpeaker } from './lost-speaker.ts';

/** "- Sri Lanka: 28,500". */
const LIST_ITEM = /^[*•▪◦‣●■►»>#-]\s/u;

/** What asks or breaks off tells nothing. */
const OPEN_END = /(?:[?？؟]|…|\.\s?\.)["'”’»]?$/u;

/** Whether a line is a caption, the title again, a list item, a question or a date: nothing that a story is told in. */
export function isNoSentence({ text, isCaption }: ReadingSentence, title: string): boolean {
  return (
    isCaption ||
    text === title ||
    LIST_ITEM.test(text) ||
    OPEN_END.test(text.slice(-6)) ||
    isDateLine(text)
  );
}

/** By the rules of summaries, and because nobody sees who speaks in the paragraph. */
export function standsAlone(
  { text, dependsOnPrevious, speechGoesOn }: ReadingSentence,
  { lang }: Reading,
): boolean {
  return !dependsOnPrevious && !speechGoesOn && !hasLostSpeaker(text, lang);
}

/** Whether it has enough terms, which have positive numbers. */
export function isLongEnough(words: Int32Array): boolean {
  let terms = 0;
  for (const word of words) if (word > 0) terms += 1;
  return terms >= BRIEF_LIMITS.minTerms;
}

/** Whether most sentences end with a stop, as in Thai none does. Where they do, a line without one is a heading. */
export function hasStops({ sentences }: Reading): boolean {
  return sentences.filter(({ text }) => hasFinalStop(text)).length * 2 > sentences.length;
}
