import type { ReadingSentence } from '../../src/summary/reading/reading.ts';
import type { TrainingArticle } from './training-article.ts';

/** Chooses sentences greedily by their score against the reference: about the upper bound of any choice. */
export function chooseGreedyBest(article: TrainingArticle, count: number): ReadingSentence[] {
  const { sentences } = article.reading;
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, sentences.length)) {
    const others = [...sentences.keys()].filter((i) => !chosen.includes(i));
    const scores = others.map((i) => article.scoreSelection([...chosen, i]));
    chosen.push(others[scores.indexOf(Math.max(...scores))]!);
  }
  return chosen.toSorted((a, b) => a - b).map((i) => sentences[i]!);
}
