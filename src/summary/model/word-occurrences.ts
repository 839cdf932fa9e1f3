import type { Numbered } from '../reading/numbering.ts';
import type { Word } from '../reading/word-ids.ts';

/** A word of a lower idf says as little as a stop word. */
export const STOP_LIKE_IDF = 1.5;

/** How many sentences are an article's lead. */
export const LEAD_SENTENCES = 3;

/** Where words or pairs are first said, by number. */
export interface Occurrences {
  /** The sentence that has it first. */
  readonly sentences: Int32Array;
  /** How many others are before it in that sentence. */
  readonly positions: Int32Array;
  /** How many of the first three sentences have it. */
  readonly leads: Int32Array;
}

export function findOccurrences({ ids, starts, counts }: Numbered): Occurrences {
  const count = counts.length;
  const all = new Int32Array(3 * count);
  const sentences = all.subarray(0, count);
  const positions = all.subarray(count, 2 * count);
  const leads = all.subarray(2 * count);
  // Numbers are given in the order in which things first occur.
  let next = 0;
  for (let i = 0; i + 1 < starts.length && next < count; i++) {
    const start = starts[i]!;
    const end = starts[i + 1]!;
    for (let at = start; at < end; at++) {
      if (ids[at] !== next) continue;
      sentences[next] = i;
      positions[next] = at - start;
      next += 1;
    }
  }
  const leadEnd = starts[Math.min(LEAD_SENTENCES, starts.length - 1)]!;
  for (let at = 0; at < leadEnd; at++) leads[ids[at]!]! += 1;
  return { sentences, positions, leads };
}

export function startsWithDigit({ text }: Word): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

export function hasQuotationMark(text: string): boolean {
  return /["“„«]/.test(text);
}

const SENTENCE_NAMES = ['in0', 'in1', 'in2', 'in3', 'in4', 'in5'] as const;

/** The feature of a range of sentences: the first six one by one, later ones in ever wider ranges. */
export function nameOfSentence(i: number) {
  if (i < 6) return SENTENCE_NAMES[i]!;
  return i < 8
    ? 'in6to7'
    : i < 11
      ? 'in8to10'
      : i < 16
        ? 'in11to15'
        : i < 24
          ? 'in16to23'
          : 'in24up';
}

const SPREAD_NAMES = ['spread1', 'spread2', 'spread3'] as const;

/** The feature of a range of numbers of sentences. */
export function nameOfSpread(spread: number) {
  if (spread < 4) return SPREAD_NAMES[spread - 1]!;
  return spread < 6 ? 'spread4to5' : spread < 9 ? 'spread6to8' : 'spread9up';
}
