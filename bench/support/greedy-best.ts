import type { ReportSentence } from '../../src/summary/reading/build-reading.ts';
import type { TrainingArticle } from './training-article.ts';

/** The sentences that one who knows the reference would choose one by one: about the most that choosing can reach. */
export function chooseGreedyBest(article: TrainingArticle, count: number): ReportSentence[] {
  const { sentences } = article.report;
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, sentences.length)) {
    const others = [...sentences.keys()].filter((i) => !chosen.includes(i));
    const scores = others.map((i) => article.scoreSelection([...chosen, i]));
    chosen.push(others[scores.indexOf(Math.max(...scores))]!);
  }
  return chosen.toSorted((a, b) => a - b).map((i) => sentences[i]!);
}
