import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readEvalRecords } from './read-eval.ts';
import { TrainingArticle } from './training-article.ts';

interface SummaryRecord {
  readonly text: string;
  readonly summary: readonly string[];
}

/**
 * CNN/DailyMail's development sample: articles without titles, each with an editor's highlights. Undefined without
 * the data.
 */
export function readSummaryRecords(): SummaryRecord[] | undefined {
  return readEvalRecords('cnndm_sample.jsonl') as SummaryRecord[] | undefined;
}

/** The same, read for ranking with an empty corpus. */
export function readSummaryArticles(): TrainingArticle[] | undefined {
  const corpus = buildCorpus([]);
  return readSummaryRecords()?.map(({ text, summary }) => {
    const reading = buildReading({ title: '', text, lang: 'en' });
    return new TrainingArticle(weighReading(reading, corpus), summary.join('\n'));
  });
}
