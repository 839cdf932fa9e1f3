import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { chooseGreedyBest } from './greedy-best.ts';
import { drawSentences } from './random-summary.ts';
import { readSummaryArticles, readSummaryRecords } from './read-summaries.ts';
import { scoreSummary, type RougeScores } from './score-summary.ts';

/** How many sentences every summarizer chooses. */
export const SUMMARY_SENTENCES = 3;

export type SummarizerName =
  | 'ours'
  | 'cleaned lead-3'
  | 'raw lead-3'
  | 'random'
  | 'greedy best, knowing the reference';

/** For each summarizer, the scores of each article of CNN/DailyMail's development sample. Undefined without data. */
export function measureSummaries(): Record<SummarizerName, RougeScores[]> | undefined {
  const records = readSummaryRecords();
  const articles = readSummaryArticles();
  if (!records || !articles) return undefined;
  const corpus = buildCorpus([]);
  const score = (choose: (i: number) => readonly { readonly text: string }[]): RougeScores[] =>
    records.map(({ summary }, i) => scoreSummary(summary.join('\n'), choose(i)));
  return {
    ours: score((i) => {
      const reading = buildReading({ title: '', text: records[i]!.text, lang: 'en' });
      const length = { sentences: SUMMARY_SENTENCES };
      const result = summarizeReading(weighReading(reading, corpus), length);
      return result.kind === 'summary' ? result.summary.sentences : [];
    }),
    'cleaned lead-3': score((i) => articles[i]!.reading.sentences.slice(0, SUMMARY_SENTENCES)),
    'raw lead-3': score((i) => splitSentences(records[i]!.text).slice(0, SUMMARY_SENTENCES)),
    random: score((i) => drawSentences(articles[i]!.reading.sentences, SUMMARY_SENTENCES, i)),
    'greedy best, knowing the reference': score((i) =>
      chooseGreedyBest(articles[i]!, SUMMARY_SENTENCES),
    ),
  };
}

export function meanScores(scores: readonly RougeScores[]): RougeScores {
  const mean = (name: keyof RougeScores): number =>
    scores.reduce((sum, score) => sum + score[name], 0) / scores.length;
  return { rouge1: mean('rouge1'), rouge2: mean('rouge2'), rougeLsum: mean('rougeLsum') };
}
