import { cosine } from '../text/term-vector.ts';
import type { ScoredSentence } from './score-sentences.ts';
import type { SummaryLength, SummarySentence } from './summary.ts';
import { SUMMARY_LIMITS, SUMMARY_WEIGHTS } from './summary-weights.ts';

/**
 * Chooses sentences one by one, each the best by its own features less its likeness to those chosen
 * before (maximal marginal relevance, Carbonell and Goldstein 1998), until no further one fits.
 * In document order. At least one, however long; otherwise never more words than asked for, nor
 * more than half of the article's.
 */
export function selectSentences(
  sentences: readonly ScoredSentence[],
  length: SummaryLength,
): SummarySentence[] {
  const allWords = sentences.reduce((sum, sentence) => sum + sentence.wordCount, 0);
  const maxCount = 'sentences' in length ? length.sentences : Infinity;
  let wordsLeft = Math.floor(allWords * SUMMARY_LIMITS.maxShare);
  if ('words' in length) wordsLeft = Math.min(wordsLeft, length.words);
  const likeness = sentences.map(() => 0);
  const chosen = new Map<number, SummarySentence>();
  while (chosen.size < maxCount) {
    const best = findBest(sentences, likeness, chosen, chosen.size === 0 ? Infinity : wordsLeft);
    if (!best) break;
    chosen.set(best.index, best.sentence);
    const { vector, wordCount } = sentences[best.index]!;
    wordsLeft -= wordCount;
    for (const [i, other] of sentences.entries()) {
      if (!chosen.has(i)) likeness[i] = Math.max(likeness[i]!, cosine(vector, other.vector));
    }
  }
  return [...chosen].toSorted(([a], [b]) => a - b).map(([, sentence]) => sentence);
}

function findBest(
  sentences: readonly ScoredSentence[],
  likeness: readonly number[],
  chosen: ReadonlyMap<number, SummarySentence>,
  maxWords: number,
): { index: number; sentence: SummarySentence } | undefined {
  let best: { index: number; sentence: SummarySentence } | undefined;
  for (const [index, candidate] of sentences.entries()) {
    if (chosen.has(index) || candidate.wordCount > maxWords) continue;
    const features = {
      ...candidate.features,
      opening: candidate.dependsOnPrevious && !chosen.has(index - 1) ? SUMMARY_WEIGHTS.opening : 0,
      redundancy: SUMMARY_WEIGHTS.redundancy * likeness[index]!,
    };
    const score = Object.values(features).reduce((sum, value) => sum + value, 0);
    if (best && score <= best.sentence.score) continue;
    const { text, start, end } = candidate;
    best = { index, sentence: { text, start, end, score, features } };
  }
  return best;
}
