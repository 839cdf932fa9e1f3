import type { Corpus } from '../../../index/corpus/corpus.ts';
import type { Reading, ReadingSentence } from '../../../summary/reading/reading.ts';
import { coverQuestion } from './cover-question.ts';
import { createQuestionMatcher } from './match-question.ts';
import { measureCloseness } from './measure-closeness.ts';
import { ANSWER_TUNING, ANSWER_WEIGHTS, type Question } from './question.ts';
import { findYearMarks } from './time-marks.ts';

/** An article in which an answer is looked for. */
export interface AskedArticle {
  readonly id: string;
  readonly text: string;
  readonly reading: Reading;
  /** ISO 8601. */
  readonly publishedAt?: string;
}

/** What answers a question, word for word: `article.text.slice(start, end) === text`. */
export interface Answer {
  readonly articleId: string;
  /** The sentence, after those without which it isn't understood. */
  readonly text: string;
  /** UTF-16 offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  /** The sentence alone. */
  readonly sentence: ReadingSentence;
  /** Comparable for one question. */
  readonly score: number;
}

/** What an answer may need before it. More would be cut where it is shown, and the answer with it. */
const MOST_NEEDED = { sentences: 2, chars: 550 } as const;

/** Finds the sentence of an article that answers a question best, the first of equals; undefined if none does. */
export function answerFromArticle(
  question: Question,
  article: AskedArticle,
  corpus: Corpus,
): Answer | undefined {
  const { reading, text, publishedAt } = article;
  const { sentences } = reading;
  const matcher = createQuestionMatcher(question, reading, corpus);
  const found = sentences.map((sentence) => matcher.match(sentence));
  const dated = question.words.flatMap(({ date }, number) =>
    date !== undefined && publishedAt?.slice(0, 8).includes(date) ? [number] : [],
  );
  const headed = new Set([...matcher.inTitle, ...dated]);
  const lead = [headed, ...found.slice(0, ANSWER_TUNING.leadSentences)];
  let best: Answer | undefined;
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.isCaption || sentence.text.endsWith('?')) continue;
    const first = findFirstNeeded(sentences, i);
    const before = found.slice(Math.max(0, i - ANSWER_TUNING.sentencesBefore), i + 1);
    const coverage = coverQuestion(question, matcher, {
      whole: union(found.slice(first, i + 1)),
      nearby: union([...lead, ...before]),
      headed,
    });
    const closeness = coverage && measureCloseness(sentence, question, article, matcher);
    if (!coverage || closeness === undefined) continue;
    const { start } = sentences[first]!;
    const told = text.slice(start, sentence.end);
    const weights = ANSWER_WEIGHTS;
    const score =
      weights.said * coverage.said +
      weights.names * coverage.names +
      weights.around * coverage.around +
      weights.closeness * closeness +
      (sentence.dependsOnPrevious ? 0 : weights.alone) +
      weights.early / (1 + i / weights.halfEarlyAt) +
      (isOfOtherYear(told, question, article) ? weights.otherYear : 0);
    if (best && best.score >= score) continue;
    best = { articleId: article.id, text: told, start, end: sentence.end, sentence, score };
  }
  return best;
}

/** The first of the sentences that one needs to be understood: itself if it stands alone. */
function findFirstNeeded(sentences: readonly ReadingSentence[], i: number): number {
  const { end } = sentences[i]!;
  let first = i;
  while (
    first > 0 &&
    i - first < MOST_NEEDED.sentences &&
    sentences[first]!.dependsOnPrevious &&
    end - sentences[first - 1]!.start <= MOST_NEEDED.chars
  ) {
    first -= 1;
  }
  return first;
}

/** Whether a text names a year that is neither asked for nor that of its report. */
function isOfOtherYear(
  text: string,
  { kind, words }: Question,
  { publishedAt }: AskedArticle,
): boolean {
  const asksYear = words.some((word) => /^\d{4}s?$/.test(word.text));
  if (kind === 'date' || kind === 'year' || asksYear) return false;
  const own = publishedAt?.slice(0, 4);
  return findYearMarks(text).some(({ start, end }) => text.slice(start, end) !== own);
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...set]));
}
