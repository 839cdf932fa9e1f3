import { addVector, cosineWith, normalize } from './term-vector.ts';
import type { StorySentence } from './story-sentences.ts';

/** What sentences are chosen by. */
export interface CoverOptions {
  /** How many, with those before. */
  readonly count: number;
  readonly termLimit: number;
  /** What a sentence is worth beside its cosine to the middle of all. Default: nothing. */
  readonly bonusOf?: (sentence: StorySentence) => number;
  /** Those already chosen. */
  readonly before?: readonly StorySentence[];
  /** Whether a sentence that is about to be chosen may be, after those chosen. */
  readonly mayTell: (sentence: StorySentence, chosen: readonly StorySentence[]) => boolean;
}

/**
 * Chooses sentences one by one, each so that those chosen are together as near as possible to the middle of all that
 * are given (greedy centroid cover).
 */
export function coverSentences(
  sentences: readonly StorySentence[],
  { count, termLimit, bonusOf = () => 0, before = [], mayTell }: CoverOptions,
): StorySentence[] {
  const middle = new Float64Array(termLimit);
  for (const sentence of sentences) addVector(middle, sentence);
  normalize(middle);
  const worthOf = (one: StorySentence): number => cosineWith(middle, one) + bonusOf(one);
  const sum = new Float64Array(termLimit);
  let [worth, squares] = [0, 0];
  const left = new Map(sentences.map((one) => [one, worthOf(one)]));
  const chosen: StorySentence[] = [];
  const choose = (one: StorySentence): void => {
    left.delete(one);
    squares += 1 + 2 * cosineWith(sum, one);
    worth += worthOf(one);
    addVector(sum, one);
    chosen.push(one);
  };
  before.forEach(choose);
  while (chosen.length < count) {
    let [best, most]: [StorySentence | undefined, number] = [undefined, -Infinity];
    for (const [one, own] of left) {
      const gain = (worth + own) / Math.sqrt(squares + 1 + 2 * cosineWith(sum, one));
      if (gain > most) [best, most] = [one, gain];
    }
    if (!best) break;
    left.delete(best);
    if (mayTell(best, chosen)) choose(best);
  }
  return chosen;
}
