import type { Sentence } from '../../text/sentences.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { measureSentences } from './sentence-features.ts';
import { estimateWords } from './estimate-words.ts';
import { numberPrinted } from './number-printed.ts';

/** Words as printed, and how probable it is that an editor's summary has them, 0 to 1. */
export interface LikelyWords {
  readonly text: string;
  readonly probability: number;
}

/**
 * Returns a function that lists the pairs and the words of a sentence of the reading, those first that an editor's
 * summary has most probably: the reasons for which the model chooses it.
 */
export function createWordLister(
  reading: WeightedReading,
): (sentence: Pick<Sentence, 'start'>) => { pairs: LikelyWords[]; words: LikelyWords[] } {
  const probabilities = estimateWords(reading, measureSentences(reading));
  const { words: wordNumbers, pairs: pairNumbers } = numberPrinted(reading);
  const { starts, ends } = reading.printed.text;
  return (sentence) => {
    const { text, start, firstWord, endWord } = reading.sentences.find(
      (one) => one.start === sentence.start,
    )!;
    const print = (from: number, to: number): string =>
      text.slice(starts[from]! - start, ends[to]! - start);
    const words: LikelyWords[] = [];
    const pairs: LikelyWords[] = [];
    for (let at = firstWord; at < endWord; at++) {
      words.push({ text: print(at, at), probability: probabilities.words[wordNumbers[at]!]! });
      if (at === firstWord) continue;
      const probability = probabilities.pairs[pairNumbers[at]!]!;
      pairs.push({ text: print(at - 1, at), probability });
    }
    return { pairs: sortOnce(pairs), words: sortOnce(words) };
  };
}

/** The most probable first, each text once. */
function sortOnce(all: readonly LikelyWords[]): LikelyWords[] {
  const once = new Map(all.map((words) => [words.text.toLowerCase(), words]));
  return [...once.values()].toSorted((a, b) => b.probability - a.probability);
}
