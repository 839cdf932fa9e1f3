import type { Reading, ReadingSentence } from '../../../summary/reading/reading.ts';
import { wordSet } from '../../../text/word-set.ts';
import { dayOf } from '../timeline/calendar-day.ts';
import type { TextSpan } from './answer-mark.ts';
import { numbersOf } from './cover-question.ts';
import { findMarks } from './find-marks.ts';
import type { QuestionMatcher } from './match-question.ts';
import { isOfAnother } from './other-holder.ts';
import { ANSWER_TUNING, type AskedWord, type Question } from './question.ts';

/** The article of a sentence. */
interface ArticleOfSentence {
  readonly reading: Reading;
  readonly publishedAt?: string;
}

/**
 * Measures how near what can be the answer stands to what is asked, 0 to 1. Undefined if nothing in the sentence can
 * be the answer, or its numbers count something else.
 */
export function measureCloseness(
  sentence: ReadingSentence,
  question: Question,
  { reading, publishedAt }: ArticleOfSentence,
  matcher: QuestionMatcher,
): number | undefined {
  const { text, start } = sentence;
  const names = numbersOf(question, 'name');
  const typed = new Map(question.words.map((word) => [word.text.toLowerCase(), word]));
  const typedAs = (word: string): AskedWord | undefined => typed.get(word.replace(/['’]s$/u, ''));
  const marks = findMarks(question.kind, text, {
    lang: reading.lang,
    published: dayOf(publishedAt),
    names: matcher.spansOf(sentence, names),
    isAsked: (word) => typedAs(word) !== undefined,
    isAskedName: (word) => {
      const { role, country } = typedAs(word) ?? {};
      return role === 'name' && country === undefined;
    },
    isAlwaysCapital: (offset) => isAlwaysCapital(reading, start + offset),
  });
  if (marks === undefined) return 1;
  if (marks.length === 0) return undefined;
  const sought = numbersOf(question, 'sought');
  if (question.kind === 'number' && sought.length > 0) {
    return measureCount(text, marks, matcher.spansOf(sentence, sought.slice(-1)));
  }
  const said = numbersOf(question, 'said');
  const offices = joinWords(text, matcher.spansOf(sentence, said.length > 0 ? said : names));
  const spans =
    question.kind === 'person'
      ? offices.filter((office) => !isOfAnother(text, office, question, reading.lang))
      : offices;
  if (offices.length > 0 && spans.length === 0) return undefined;
  const isPeople = !question.countsPeople || marks.some((mark) => isOfPeople(text, mark));
  return spans.length === 0 ? 0 : (isPeople ? 1 : 0.5) * nearness(leastBetween(text, marks, spans));
}

/** Joins words that follow one another: "chief executive". */
function joinWords(text: string, words: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, word.start) === ' ') {
      joined[joined.length - 1] = { start: last.start, end: word.end };
    } else joined.push(word);
  }
  return joined;
}

/** A number that counts stands just before what it counts, or is led to. */
function measureCount(
  text: string,
  marks: readonly TextSpan[],
  counted: readonly TextSpan[],
): number | undefined {
  const between = Math.min(
    ...counted.map((span) => {
      const counting = marks.filter(
        (mark) => mark.start < span.start || isLedTo(text.slice(0, mark.start)),
      );
      return leastBetween(text, counting, [span]);
    }),
  );
  return between > ANSWER_TUNING.mostBetween ? undefined : nearness(between);
}

/** "Rose to 53", "was 12". */
function isLedTo(before: string): boolean {
  return LEADING.test(before.slice(-12));
}

const LEADING =
  /(?<!\p{L})(?:to|at|reached|was|were|is|are|of|above|below|passed|exceeded|than|over|numbered|totall?ed|about|some|nearly|almost|least|around) $/iu;

function nearness(between: number): number {
  const { mostBetween, halfCloseAt } = ANSWER_TUNING;
  return 1 / (1 + Math.max(0, between - mostBetween) / halfCloseAt);
}

/** The fewest words between two of some stretches of a text; infinite without any. */
function leastBetween(
  text: string,
  some: readonly TextSpan[],
  others: readonly TextSpan[],
): number {
  return Math.min(...some.flatMap((a) => others.map((b) => countBetween(text, a, b))));
}

function countBetween(text: string, a: TextSpan, b: TextSpan): number {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  return from >= to ? 0 : wordsIn(text.slice(from, to)).length;
}

const PEOPLE_WORDS = wordSet(
  'people person persons others victims casualties lives men women children passengers residents workers soldiers members death deaths dead toll bodies survivors inhabitants tourists civilians fatalities',
);

/** Whether words around a number say that it counts people. */
function isOfPeople(text: string, { start, end }: TextSpan): boolean {
  const { peopleBefore, peopleAfter } = ANSWER_TUNING;
  const words = [
    ...wordsIn(text.slice(0, start)).slice(-peopleBefore),
    ...wordsIn(text.slice(end)).slice(0, peopleAfter),
  ];
  return words.some((word) => PEOPLE_WORDS.has(word.toLowerCase()));
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether an article writes the word at an offset with a capital each time, and more than once. */
function isAlwaysCapital({ printed, terms, capitals }: Reading, offset: number): boolean {
  const term = printed.text.terms[printed.text.starts.indexOf(offset)];
  if (term === undefined || term < 0) return false;
  const count = terms.counts[term]!;
  return count > 1 && capitals[term] === count;
}
