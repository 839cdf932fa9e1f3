import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readEvalRecords } from './read-eval.ts';
import { TrainingArticle } from './training-article.ts';

export interface SummaryRecord {
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
  return readSummaryRecords()?.map(readArticle);
}

/** Other articles of CNN/DailyMail, never trained on. */
export function readValidationRecords(): SummaryRecord[] | undefined {
  return readEvalRecords('cnndm_train/validation.jsonl') as SummaryRecord[] | undefined;
}

/** Articles of CNN/DailyMail to train on, read for ranking with an empty corpus. */
export function readTrainingArticles(): TrainingArticle[] | undefined {
  const files = ['cased', 'restored'].map(
    (name) => readEvalRecords(`cnndm_train/${name}.jsonl`) as SummaryRecord[] | undefined,
  );
  return files.includes(undefined) ? undefined : files.flatMap((all) => all!.map(readArticle));
}

const EMPTY_CORPUS = buildCorpus([]);

export function readArticle({ text, summary }: SummaryRecord): TrainingArticle {
  const reading = buildReading({ title: '', text, lang: 'en' });
  return new TrainingArticle(weighReading(reading, EMPTY_CORPUS), summary.join('\n'));
}
