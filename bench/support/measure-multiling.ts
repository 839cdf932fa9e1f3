import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import type { ReadingSentence } from '../../src/summary/reading/reading.ts';
import { chooseSentences } from '../../src/summary/model/choose-summary.ts';
import type { SummaryLength } from '../../src/summary/summary.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readEvalRecords } from './read-eval.ts';
import { scoreWords } from './score-rouge.ts';

/** The languages of MultiLing 2011. The summarizer's weights weren't trained on any of its texts. */
export const MULTILING = {
  en: 'english',
  fr: 'french',
  cs: 'czech',
  el: 'greek',
  ar: 'arabic',
  he: 'hebrew',
  hi: 'hindi',
} as const;

type AbsoluteLength = Exclude<SummaryLength, { readonly share: number }>;

interface EventRecord {
  readonly docs: readonly { readonly text: string }[];
  readonly references: readonly string[];
}

/** Shorter reports leave too little to choose from. */
const MIN_SENTENCES = 6;

/** ROUGE-2 F1 in percent of each report's summary, and of its first sentences, against human summaries of its event. */
export function measureMultiling(
  lang: keyof typeof MULTILING,
  length: AbsoluteLength,
): { ours: number[]; lead: number[] } | undefined {
  const events = readEvalRecords(`multiling2011/${MULTILING[lang]}.jsonl`) as
    | EventRecord[]
    | undefined;
  if (!events) return undefined;
  const corpus = buildCorpus([]);
  const ours: number[] = [];
  const lead: number[] = [];
  for (const { docs, references } of events) {
    for (const { text } of docs) {
      const [title = '', ...lines] = text.split('\n');
      const article = { title, text: lines.join('\n'), lang };
      const reading = weighReading(buildReading(article), corpus);
      if (reading.sentences.length < MIN_SENTENCES) continue;
      ours.push(meanScore(references, chooseSentences(reading, length)));
      lead.push(meanScore(references, takeFirst(reading.sentences, length)));
    }
  }
  return { ours, lead };
}

function meanScore(
  references: readonly string[],
  sentences: readonly { readonly text: string }[],
): number {
  const summary = sentences.map(({ text }) => text).join('\n');
  const sum = references.reduce((total, text) => total + scoreWords(2, text, summary).f1, 0);
  return (100 * sum) / references.length;
}

function takeFirst(
  sentences: readonly ReadingSentence[],
  length: AbsoluteLength,
): ReadingSentence[] {
  if ('sentences' in length) return sentences.slice(0, length.sentences);
  let words = 0;
  return sentences.filter(({ wordCount }) => (words += wordCount) <= length.words);
}
