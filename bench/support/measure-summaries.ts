import { selectSentences } from '../../src/summary/model/select-sentences.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { chooseGreedyBest } from './greedy-best.ts';
import { drawSentences } from './random-summary.ts';
import { readArticle, type SummaryRecord } from './read-summaries.ts';
import { scoreSummary, type RougeScores } from './score-summary.ts';

/** How many sentences every summarizer chooses. */
export const SUMMARY_SENTENCES = 3;

export type SummarizerName =
  | 'ours'
  | 'linear model'
  | 'cleaned lead-3'
  | 'raw lead-3'
  | 'random'
  | 'greedy best, knowing the reference';

/** What each summarizer chooses from each article. */
export function summarizeRecords(
  records: readonly SummaryRecord[],
): Record<SummarizerName, (readonly { readonly text: string }[])[]> {
  const articles = records.map(readArticle);
  const length = { sentences: SUMMARY_SENTENCES };
  return {
    ours: articles.map(({ reading }) => {
      const result = summarizeReading(reading, length);
      return result.kind === 'summary' ? result.summary.sentences : [];
    }),
    'linear model': articles.map(({ reading }) => selectSentences(reading, length)),
    'cleaned lead-3': articles.map(({ reading }) => reading.sentences.slice(0, SUMMARY_SENTENCES)),
    'raw lead-3': records.map(({ text }) => splitSentences(text).slice(0, SUMMARY_SENTENCES)),
    random: articles.map(({ reading }, i) =>
      drawSentences(reading.sentences, SUMMARY_SENTENCES, i),
    ),
    'greedy best, knowing the reference': articles.map((article) =>
      chooseGreedyBest(article, SUMMARY_SENTENCES),
    ),
  };
}

/** For each summarizer, the scores of each article. */
export function scoreRecords(
  records: readonly SummaryRecord[],
  chosen = summarizeRecords(records),
): Record<SummarizerName, RougeScores[]> {
  const scored = Object.entries(chosen).map(([name, summaries]) => [
    name,
    summaries.map((sentences, i) => scoreSummary(records[i]!.summary.join('\n'), sentences)),
  ]);
  return Object.fromEntries(scored) as Record<SummarizerName, RougeScores[]>;
}

export function meanScores(scores: readonly RougeScores[]): RougeScores {
  const mean = (name: keyof RougeScores): number =>
    scores.reduce((sum, score) => sum + score[name], 0) / scores.length;
  return { rouge1: mean('rouge1'), rouge2: mean('rouge2'), rougeLsum: mean('rougeLsum') };
}
