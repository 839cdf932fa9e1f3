import { splitTokens } from '../../../text/tokens.ts';
import { speechWordsOf } from '../quotations/speech-words-of.ts';
import type { TextSpan } from './answer-mark.ts';
import { findNameMarks, findPlaceMarks, type NameContext } from './name-marks.ts';
import { findNumberMarks } from './number-marks.ts';
import type { AnswerKind } from './question.ts';
import { findReasonMarks } from './reason-marks.ts';
import { findDateMarks, findHourMarks, findYearMarks } from './time-marks.ts';

/** What is known of a sentence's article. */
export interface MarkContext extends NameContext {
  /** The day on which it was published. */
  readonly published: number | undefined;
  /** Where the sentence has names of the question. */
  readonly names: readonly TextSpan[];
}

/**
 * Finds what in a sentence can be the answer to a question of a kind: numbers, names, dates. Undefined if nothing
 * is needed.
 */
export function findMarks(
  kind: AnswerKind,
  text: string,
  context: MarkContext,
): TextSpan[] | undefined {
  if (kind === 'statement') return undefined;
  const find = FINDERS[kind];
  return find ? find(text, context) : findNumberMarks(kind, text, (word) => context.isAsked(word));
}

/** What is no number with a unit. */
const FINDERS: Partial<Record<AnswerKind, (text: string, context: MarkContext) => TextSpan[]>> = {
  name: findNameMarks,
  person: findNameMarks,
  place: findPlaceMarks,
  date: (text, { published, lang }) => [
    ...findDateMarks(text, published, lang),
    ...findHourMarks(text),
  ],
  year: findYearMarks,
  hour: findHourMarks,
  reason: (text, { lang }) => findReasonMarks(text, lang),
  speech: (text, { lang }) => findSpeechMarks(text, lang),
  age: (text, { names }) => findAges(text, names),
};

/** Verbs of saying, and quotation marks. */
function findSpeechMarks(text: string, lang: string): TextSpan[] {
  const { says, weak } = speechWordsOf(lang);
  return splitTokens(text).filter(({ text: word, start }) => {
    const lower = word.toLowerCase();
    return says.has(lower) || weak.has(lower) || /["“„«]/u.test(text[start - 1] ?? '');
  });
}

/** "Lee, 61," and "Lee, who is 61", right behind a name; "the 61-year-old Lee" before it. */
const AGE_AFTER =
  /^(?:['’]s)?(?:, who (?:is|was|turned)|, aged|, age|,| \(| is| was) ?(\d{1,3})(?=[,.;)]| years? old|-year-old|$| and )/u;
const AGE_BEFORE = /(\d{1,3})[- ]year[- ]old(?: \p{L}+){0,4} $/u;

function findAges(text: string, names: readonly TextSpan[]): TextSpan[] {
  return names.flatMap(({ start, end }) => {
    const after = AGE_AFTER.exec(text.slice(end, end + 40));
    const from = Math.max(0, start - 60);
    const before = AGE_BEFORE.exec(text.slice(from, start));
    return [
      ...(after ? [{ start: end, end: end + after[0].length }] : []),
      ...(before
        ? [{ start: from + before.index, end: from + before.index + before[1]!.length }]
        : []),
    ];
  });
}
