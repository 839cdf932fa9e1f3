import { kindOfWord, runsOn } from '../figures/counted-words.ts';
import type { Answer } from './answer-article.ts';
import type { Question } from './question.ts';

/** An answer, and when its article was published, in milliseconds since the epoch. */
export interface DatedAnswer extends Answer {
  readonly at: number;
}

/** An answer that is worse than the best by more than this isn't shown. */
const MOST_WORSE = { usual: 0.3, ofRunningCount: 1 } as const;

/**
 * Selects the best answers, each text once; of equals the newest. Of a count that goes on, such as the dead of a
 * flood, the newest come first, because they replace the others.
 */
export function selectAnswers<T extends DatedAnswer>(
  answers: readonly T[],
  question: Question,
  count: number,
): T[] {
  const isRunning = countsOn(question);
  const best = Math.max(...answers.map(({ score }) => score));
  const least = best - (isRunning ? MOST_WORSE.ofRunningCount : MOST_WORSE.usual);
  const byScore = (a: T, b: T): number => b.score - a.score;
  const byTime = (a: T, b: T): number => b.at - a.at;
  const [first, second] = isRunning ? [byTime, byScore] : [byScore, byTime];
  const texts = new Set<string>();
  return answers
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => first(a, b) || second(a, b) || (a.articleId < b.articleId ? -1 : 1))
    .filter(({ text }) => !texts.has(text) && texts.add(text))
    .slice(0, count);
}

/** Whether a question asks for a count that goes on while its event does. */
function countsOn({ kind, lang, words }: Question): boolean {
  if (kind !== 'number' || lang !== 'en') return false;
  return words.some(({ text }) => {
    const counted = kindOfWord(text.toLowerCase());
    return counted !== undefined && runsOn(counted);
  });
}
