import { readArticle, type SummaryRecord } from './read-summaries.ts';

/** What makes a sentence of a summary bad for its reader, by the marks of the article's reading. */
export const SUMMARY_FAULTS = [
  'no part of the report',
  'caption',
  'speech goes on',
  'points back alone',
] as const;

export type SummaryFault = (typeof SUMMARY_FAULTS)[number];

/**
 * By fault, the share of chosen sentences that have it, in percent. Only the chosen sentences count that the
 * reading has or leaves out as a whole.
 */
export function measureSummaryFaults(
  records: readonly SummaryRecord[],
  summaries: readonly (readonly { readonly text: string }[])[],
): Record<SummaryFault, number> {
  const counts = {
    'no part of the report': 0,
    caption: 0,
    'speech goes on': 0,
    'points back alone': 0,
  };
  let total = 0;
  records.forEach((record, k) => {
    const { sentences, boilerplate } = readArticle(record).reading;
    const left = new Set(boilerplate.map(({ text }) => text));
    const numbers = new Map(sentences.map(({ text }, i) => [text, i] as const).toReversed());
    const chosen = summaries[k]!.map(({ text }) => numbers.get(text));
    counts['no part of the report'] += summaries[k]!.filter(({ text }) => left.has(text)).length;
    total += summaries[k]!.length;
    for (const i of chosen) {
      if (i === undefined) continue;
      const { isCaption, speechGoesOn, dependsOnPrevious } = sentences[i]!;
      counts.caption += Number(isCaption);
      counts['speech goes on'] += Number(speechGoesOn && !chosen.includes(i + 1));
      counts['points back alone'] += Number(i > 0 && dependsOnPrevious && !chosen.includes(i - 1));
    }
  });
  const shares = SUMMARY_FAULTS.map((fault) => [fault, (100 * counts[fault]) / total]);
  return Object.fromEntries(shares) as Record<SummaryFault, number>;
}
