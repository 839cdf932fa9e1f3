import type { WordProbabilities } from './estimate-words.ts';

/** What saying a word or a pair once adds to what a summary has in common with an editor's, by number. */
export type WordMatches = WordProbabilities;

/** A word counts for less than a pair, because a summary of other words has some of them by chance. */
const WORD_SHARE = 0.4;

export function expectMatches({ words, pairs }: WordProbabilities): WordMatches {
  return {
    words: words.map((probability) => WORD_SHARE * sharpen(probability)),
    pairs: pairs.map(sharpen),
  };
}

/** p^1.25. Probable words count for more than in proportion: what is chosen for many improbable ones disappoints. */
function sharpen(probability: number): number {
  return probability * Math.sqrt(Math.sqrt(probability));
}
