import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WordProbabilities } from './estimate-words.ts';

/** What saying a word or a pair once adds to what a summary has in common with an editor's, by number. */
export type WordMatches = WordProbabilities;

/** A word counts for less than a pair, because a summary of other words has some of them by chance. */
const WORD_SHARE = 0.4;

export function expectMatches({ words, pairs }: WordProbabilities): WordMatches {
  const take = reserveFloats(words.length + pairs.length);
  return {
    words: sharpen(words, WORD_SHARE, take(words.length)),
    pairs: sharpen(pairs, 1, take(pairs.length)),
  };
}

/** p^1.25. Probable words count for more than in proportion: what is chosen for many improbable ones disappoints. */
function sharpen(probabilities: Float64Array, share: number, matches: Float64Array): Float64Array {
  for (let at = 0; at < matches.length; at++) {
    const probability = probabilities[at]!;
    matches[at] = share * (probability * Math.sqrt(Math.sqrt(probability)));
  }
  return matches;
}
