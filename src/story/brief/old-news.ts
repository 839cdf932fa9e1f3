import { splitWords, wordTerm } from '../../text/terms.ts';
import { comparableTerm } from '../comparable-term.ts';
import { BRIEF_LIMITS, type BriefArticle } from './brief.ts';
import { findHeadlineFault } from './headline-faults.ts';
import { hasFiguresOf } from './says-again.ts';

/**
 * Creates a test for reports that only say once more what the reader was told: "Lee, former mayor, dies at 91" after
 * "Former mayor Lee dies". Reporters put what is new into the headline, so a report is old news if the headlines and opening
 * sentences of `told` have every word of its headline, if most words of its opening are in these reports, and if neither has
 * a new figure. A headline that is one of theirs, or doesn't say what happened, tells nothing of this. All reports must be in
 * one language.
 */
export function createOldNewsTest(
  told: readonly BriefArticle[],
): (article: BriefArticle) => boolean {
  const titles = new Set(told.map(({ title }) => title));
  const wordsOf = (partOf: (one: BriefArticle) => string): ReadonlySet<string> =>
    new Set(told.flatMap((one) => findWords(partOf(one), one.reading.lang)));
  const heads = wordsOf(headOf);
  // Splitting whole texts takes a while, and few reports get so far.
  let words: ReadonlySet<string> | undefined;
  return (article) => {
    const { title, reading } = article;
    if (titles.has(title) || findHeadlineFault(title, reading.lang)) return false;
    const headline = findWords(title, reading.lang);
    if (headline.length < BRIEF_LIMITS.minHeadlineWords) return false;
    if (!headline.every((word) => heads.has(word))) return false;
    if (!hasFiguresOf(headOf(article), told.map(textOf).join('\n'))) return false;
    const said = (words ??= wordsOf(textOf));
    const opening = findWords(openingOf(article), reading.lang);
    const known = opening.filter((word) => said.has(word)).length;
    return known >= BRIEF_LIMITS.knownOpening * opening.length;
  };
}

function headOf(article: BriefArticle): string {
  return `${article.title}\n${openingOf(article)}`;
}

function openingOf({ reading }: BriefArticle): string {
  return reading.sentences[0]?.text ?? '';
}

function textOf({ title, reading }: BriefArticle): string {
  return [title, ...reading.sentences.map(({ text }) => text)].join('\n');
}

/** Its words, those with a meaning as terms. The others count too: "not" and "new" may be all that is new. */
function findWords(text: string, lang: string): string[] {
  return splitWords(text, lang).map((word) => {
    const term = wordTerm(word, lang);
    return term === undefined ? word : comparableTerm(term, lang);
  });
}
