import type { Sentence } from '../../src/text/sentences.ts';
import { createRandom } from './build-news.ts';

/** Draws sentences at random, in document order. The same seed gives the same sentences. */
export function drawSentences<T extends Sentence>(
  sentences: readonly T[],
  count: number,
  seed: number,
): T[] {
  const random = createRandom(seed);
  return sentences
    .map((sentence) => ({ sentence, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ sentence }) => sentence)
    .toSorted((a, b) => a.start - b.start);
}
