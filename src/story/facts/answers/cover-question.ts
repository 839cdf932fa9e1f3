import type { QuestionMatcher } from './match-question.ts';
import { ANSWER_TUNING, type AskedWord, type Question, type WordRole } from './question.ts';

/** How much of a question a sentence has, by what its words do. Shares are 0 to 1, by rarity. */
export interface Coverage {
  readonly said: number;
  readonly names: number;
  readonly around: number;
}

/** The numbers of a question's words that are found. */
export interface FoundWords {
  /** In the sentence, with those before it that it needs. */
  readonly whole: ReadonlySet<number>;
  /** There, just before it, in its lead or in its headline. */
  readonly nearby: ReadonlySet<number>;
  /** In its headline, or in its article's date of publication. */
  readonly headed: ReadonlySet<number>;
}

/** Measures how much of a question a sentence has; undefined if that isn't enough to answer it. */
export function coverQuestion(
  question: Question,
  { weights }: Pick<QuestionMatcher, 'weights'>,
  { whole, nearby, headed }: FoundWords,
): Coverage | undefined {
  const { leastSaid, leastOfEach, leastAround } = ANSWER_TUNING;
  const credit = (number: number): number =>
    whole.has(number) ? 1 : nearby.has(number) ? ANSWER_TUNING.nearby : 0;
  const shareOf = (numbers: readonly number[], creditOf = credit): number => {
    const sum = numbers.reduce((total, number) => total + weights[number]!, 0);
    const got = numbers.reduce((total, number) => total + weights[number]! * creditOf(number), 0);
    return sum === 0 ? 0 : got / sum;
  };
  const isInWhole = (number: number): boolean => whole.has(number);

  const [sought, sort, said, names, around] = (
    ['sought', 'sort', 'said', 'name', 'around'] as const
  ).map((role) => numbersOf(question, role)) as [number[], number[], number[], number[], number[]];
  const phrases = question.phrases.map((_, at) => question.words.length + at);
  if (![...names, ...phrases].every((number) => nearby.has(number))) return undefined;

  // A year in the sentence before may be that of something else.
  const isDated = ({ date, role }: AskedWord, number: number): boolean =>
    date === undefined || role !== 'name' || whole.has(number) || headed.has(number);
  if (!question.words.every(isDated)) return undefined;
  if (question.words.some(({ isKey }, number) => isKey && !whole.has(number))) return undefined;

  const asked = [...sought, ...said];
  // That an answer says what sort of thing it is speaks for it, and nothing against it if it doesn't.
  const saidShare = Math.max(shareOf(asked), shareOf([...asked, ...sort]));
  if (asked.length > 0) {
    if (saidShare < leastSaid || ![...asked, ...sort].some(isInWhole)) return undefined;
    const isEach = [sought, said].every(
      (numbers) => numbers.length === 0 || shareOf(numbers) >= leastOfEach,
    );
    if (!isEach) return undefined;
  }
  // If nothing is to be said, the sentence has to be about what the question is about; so has what somebody says.
  const isSpeech = question.kind === 'speech' && names.length > 0;
  if (asked.length === 0 || isSpeech) {
    const about = [...names.filter((number) => !isDigits(question, number)), ...phrases];
    if (![...about, ...(isSpeech ? [] : around)].some(isInWhole)) return undefined;
  }
  const isThere = (number: number): number => (nearby.has(number) ? 1 : 0);
  if (around.length > 0 && shareOf(around, isThere) < leastAround) return undefined;
  return { said: saidShare, names: shareOf(names), around: shareOf([...around, ...sort]) };
}

/** The numbers of a question's words that do something. */
export function numbersOf({ words }: Question, role: WordRole): number[] {
  return [...words.keys()].filter((number) => words[number]!.role === role);
}

function isDigits({ words }: Question, number: number): boolean {
  return /^\p{N}/u.test(words[number]!.text);
}
