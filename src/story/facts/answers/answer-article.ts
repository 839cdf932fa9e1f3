import type { Corpus } from '../../../index/corpus/corpus.ts';
import type { Reading, ReadingSentence } from '../../../summary/reading/reading.ts';
import { wordSet } from '../../../text/word-set.ts';
import { dayOf } from '../timeline/calendar-day.ts';
import type { TextSpan } from './answer-mark.ts';
import { findMarks } from './find-marks.ts';
import { createQuestionMatcher, type QuestionMatcher } from './match-question.ts';
import { findYearMarks } from './time-marks.ts';
import { ANSWER_TUNING, ANSWER_WEIGHTS, type Question, type WordRole } from './question.ts';

/** An article in which an answer is looked for. */
export interface AskedArticle {
  readonly id: string;
  readonly text: string;
  readonly reading: Reading;
  /** ISO 8601. */
  readonly publishedAt?: string;
}

/** A sentence that answers a question, word for word. */
export interface Answer {
  readonly articleId: string;
  /** With the sentences before it without which it isn't understood. */
  readonly text: string;
  /** UTF-16 offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  /** The sentence itself, where the answer is. */
  readonly sentence: ReadingSentence;
  /** Comparable for one question. */
  readonly score: number;
}

/** How many sentences an answer may need before it. */
const MOST_NEEDED = 2;

/** Finds the sentence of an article that answers a question best; undefined if none does. */
export function answerFromArticle(
  question: Question,
  article: AskedArticle,
  corpus: Corpus,
): Answer | undefined {
  const { reading } = article;
  const matcher = createQuestionMatcher(question, reading, corpus);
  const look: Look = { question, article, matcher, matches: reading.sentences.map(matcher.match) };
  let best: Answer | undefined;
  for (const i of reading.sentences.keys()) {
    const answer = judgeSentence(i, look);
    if (answer && (best === undefined || answer.score > best.score)) best = answer;
  }
  return best;
}

/** What is looked at for each sentence of an article. */
interface Look {
  readonly question: Question;
  readonly article: AskedArticle;
  readonly matcher: QuestionMatcher;
  /** By sentence, the numbers of the question's words that it has. */
  readonly matches: readonly ReadonlySet<number>[];
}

/** The answer that a sentence gives; undefined if it gives none. */
function judgeSentence(i: number, look: Look): Answer | undefined {
  const { question, article, matcher, matches } = look;
  const { sentences } = article.reading;
  const sentence = sentences[i]!;
  if (sentence.isCaption || sentence.text.endsWith('?')) return undefined;
  const first = findFirstNeeded(sentences, i);
  const whole = union(matches.slice(first, i + 1));
  const near = union(matches.slice(Math.max(0, i - ANSWER_TUNING.sentencesBefore), i + 1));
  const lead = union(matches.slice(0, ANSWER_TUNING.leadSentences));
  const isNearby = (number: number): boolean =>
    near.has(number) || lead.has(number) || matcher.inTitle.has(number);
  const credit = (number: number): number =>
    whole.has(number) ? 1 : isNearby(number) ? ANSWER_TUNING.nearby : 0;

  const names = numbersOf(question, ['name']);
  const phrases = question.phrases.map((_, at) => question.words.length + at);
  if (![...names, ...phrases].every(isNearby)) return undefined;
  const groups = [numbersOf(question, ['sought']), numbersOf(question, ['said'])];
  const asked = groups.flat();
  const around = numbersOf(question, ['around']);
  const said = share(asked, matcher, credit);
  if (
    asked.length > 0 &&
    (said < ANSWER_TUNING.leastSaid || !asked.some((each) => whole.has(each)))
  )
    return undefined;
  const isEnough = (numbers: readonly number[]): boolean =>
    numbers.length === 0 || share(numbers, matcher, credit) >= ANSWER_TUNING.leastOfEach;
  if (!groups.every(isEnough)) return undefined;
  // If nothing is to be said, the sentence has to be about what the question is about. So has what somebody says.
  const isAbout = [...names, ...phrases, ...(question.kind === 'speech' ? [] : around)].some(
    (number) => whole.has(number) && !/^\p{N}/u.test(question.words[number]?.text ?? ''),
  );
  if ((asked.length === 0 || (question.kind === 'speech' && names.length > 0)) && !isAbout)
    return undefined;
  const told = share(around, matcher, (number) => (isNearby(number) ? 1 : 0));
  if (around.length > 0 && told < ANSWER_TUNING.leastAround) return undefined;

  const closeness = measureCloseness(sentence, asked, names, look);
  if (closeness === undefined) return undefined;
  const weights = ANSWER_WEIGHTS;
  const start = sentences[first]!.start;
  return {
    articleId: article.id,
    text: article.text.slice(start, sentence.end),
    start,
    end: sentence.end,
    sentence,
    score:
      weights.said * said +
      weights.names * share(names, matcher, credit) +
      weights.around * share(around, matcher, credit) +
      weights.closeness * closeness +
      (first === i && !sentence.dependsOnPrevious ? weights.alone : 0) +
      weights.early / (1 + i / weights.halfEarlyAt) +
      (tellsOtherYear(article.text.slice(start, sentence.end), look) ? weights.otherYear : 0),
  };
}

/** Whether a text names a year that is neither asked for nor that of its report. */
function tellsOtherYear(text: string, { question, article }: Look): boolean {
  const { kind, words } = question;
  if (kind === 'date' || kind === 'year' || words.some((word) => /^\d{4}s?$/.test(word.text)))
    return false;
  const own = article.publishedAt?.slice(0, 4);
  return findYearMarks(text).some(({ start, end }) => text.slice(start, end) !== own);
}

/** The first of the sentences that one needs to be understood: itself if it stands alone. */
function findFirstNeeded(sentences: readonly ReadingSentence[], i: number): number {
  let first = i;
  while (first > 0 && i - first < MOST_NEEDED && sentences[first]!.dependsOnPrevious) first -= 1;
  return first;
}

/**
 * How near what answers stands to what is asked, 0 to 1. Undefined if nothing in the sentence can be the answer, or
 * a number counts something else than what is sought.
 */
function measureCloseness(
  sentence: ReadingSentence,
  asked: readonly number[],
  names: readonly number[],
  { question, article, matcher }: Look,
): number | undefined {
  const { reading, publishedAt } = article;
  const { text, start } = sentence;
  const marks = findMarks(question.kind, text, {
    lang: reading.lang,
    published: dayOf(publishedAt),
    names: matcher.spansOf(sentence, names),
    isAsked: (word) =>
      question.words.some((one) => one.text.toLowerCase() === word.replace(/['’]s$/u, '')),
    isAlwaysCapital: (offset) => isAlwaysCapital(reading, start + offset),
  });
  if (marks === undefined) return 1;
  if (marks.length === 0) return undefined;
  const isPeople = !question.countsPeople || marks.some((mark) => countsPeople(text, mark));
  const sought = numbersOf(question, ['sought']);
  const isCount = question.kind === 'number' && sought.length > 0;
  const spans = matcher.spansOf(
    sentence,
    isCount ? sought.slice(-1) : asked.length > 0 ? asked : names,
  );
  if (spans.length === 0) return isCount ? undefined : 0;
  const { mostBetween, halfCloseAt } = ANSWER_TUNING;
  const pairs = marks.flatMap((mark) => spans.map((span) => ({ mark, span })));
  const counting = isCount ? pairs.filter(({ mark, span }) => counts(text, mark, span)) : pairs;
  const between = Math.min(...counting.map(({ mark, span }) => wordsBetween(text, mark, span)));
  if (counting.length === 0 || (isCount && between > mostBetween)) return undefined;
  return (isPeople ? 1 : 0.5) / (1 + Math.max(0, between - mostBetween) / halfCloseAt);
}

const PEOPLE_WORDS = wordSet(
  'people person persons others victims casualties lives men women children passengers residents workers soldiers members death deaths dead toll bodies survivors inhabitants tourists civilians fatalities',
);

/** Whether words around a number say that it counts people. */
function countsPeople(text: string, { start, end }: TextSpan): boolean {
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

/** "Rose to 53", "was 12": what leads from what is counted to its number. */
const LEADS_TO =
  /(?:to|at|reached|was|were|is|are|of|above|below|passed|exceeded|than|over|numbered|totaled|totalled|about|some|nearly|almost|least|around|:) $/iu;

/** Whether a number may count what a word names: it stands before it, or is led to. */
function counts(text: string, mark: TextSpan, span: TextSpan): boolean {
  return (
    mark.start < span.start || LEADS_TO.test(text.slice(Math.max(0, mark.start - 12), mark.start))
  );
}

/** How many words stand between two stretches of a text. */
function wordsBetween(text: string, a: TextSpan, b: TextSpan): number {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  return from >= to ? 0 : wordsIn(text.slice(from, to)).length;
}

/** Whether an article writes a word with a capital more often than not, besides where it opens a sentence. */
function isAlwaysCapital({ printed, terms, capitals }: Reading, offset: number): boolean {
  const at = printed.text.starts.indexOf(offset);
  const term = printed.text.terms[at];
  if (term === undefined || term < 0) return false;
  return terms.counts[term]! > 1 && capitals[term]! === terms.counts[term]!;
}

function numbersOf({ words }: Question, roles: readonly WordRole[]): number[] {
  return [...words.keys()].filter((number) => roles.includes(words[number]!.role));
}

/** The share of some words, by rarity, of which something is true; 0 without any. */
function share(
  numbers: readonly number[],
  { weights }: QuestionMatcher,
  creditOf: (number: number) => number,
): number {
  let [sum, got] = [0, 0];
  for (const number of numbers) {
    sum += weights[number]!;
    got += weights[number]! * creditOf(number);
  }
  return sum === 0 ? 0 : got / sum;
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...set]));
}
