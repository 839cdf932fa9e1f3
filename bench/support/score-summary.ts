import { scoreRouge, scoreRougeLsum } from './score-rouge.ts';

/** F1, stemmed, in percent. */
export interface RougeScores {
  readonly rouge1: number;
  readonly rouge2: number;
  readonly rougeLsum: number;
}

/** Scores sentences against a reference of one sentence a line. */
export function scoreSummary(
  reference: string,
  sentences: readonly { readonly text: string }[],
): RougeScores {
  const summary = sentences.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\n');
  return {
    rouge1: 100 * scoreRouge(1, reference, summary).f1,
    rouge2: 100 * scoreRouge(2, reference, summary).f1,
    rougeLsum: 100 * scoreRougeLsum(reference, summary).f1,
  };
}
