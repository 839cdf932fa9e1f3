import type { ReadingSentence } from '../reading/reading.ts';
import type { SummaryLength } from '../summary.ts';
import { SUMMARY_LIMITS } from '../summary-limits.ts';

/** How much of an article a summary of some length may keep. */
export interface SummaryRoom {
  readonly sentences: number;
  readonly words: number;
  /** The number of words asked for; 0 if a number of sentences is asked for. */
  readonly wanted: number;
  /** How many words may be kept at most. */
  readonly most: number;
}

export function findRoom(
  sentences: readonly ReadingSentence[],
  length: SummaryLength,
): SummaryRoom {
  const allWords = sentences.reduce((sum, sentence) => sum + sentence.wordCount, 0);
  const most = Math.floor(allWords * SUMMARY_LIMITS.maxShare);
  if ('sentences' in length) return { sentences: length.sentences, words: most, wanted: 0, most };
  const wanted = 'share' in length ? Math.floor(allWords * length.share) : length.words;
  return { sentences: Infinity, words: Math.min(most, wanted), wanted, most };
}
