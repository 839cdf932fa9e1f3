import type { WordProbabilities } from './estimate-words.ts';

/** What saying a word or a pair once adds to what a summary has in common with an editor's, by number. */
export type WordMatches = WordProbabilities;

/** A word counts for less than a pair, because a summary of other words has some of them by chance. */
const WORD_SHARE = 0.4;

export function expectMatches({ words, pairs }: WordProbabilities): WordMatches {
  return { words: sharpen(words, WORD_SHARE), pairs: sharpen(pairs, 1) };
}

/** p^1.25. Probable words count for more than in proportion: what is chosen for many improbable ones disappoints. */
function sharpen(probabilities: Float64Array, share: number): Float64Array {
  const matches = new Float64Array(probabilities.length);
  for (let at = 0; at < matches.length; at++) {
    const probability = probabilities[at]!;
    matches[at] = share * (probability * Math.sqrt(Math.sqrt(probability)));
  }
  return matches;
}
