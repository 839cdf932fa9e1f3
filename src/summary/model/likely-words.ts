import { scanWords } from '../reading/scan-words.ts';
import { wordIdsOf } from '../reading/word-ids.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { measureSentences } from './sentence-features.ts';
import { estimateWords } from './estimate-words.ts';

/** Words as printed, and how probable it is that an editor's summary has them, 0 to 1. */
export interface LikelyWords {
  readonly text: string;
  readonly probability: number;
}

/**
 * Returns a function that lists the pairs and the words of a sentence, those first that an editor's summary
 * has most probably: the reasons for which the model chooses it.
 */
export function createWordLister(
  reading: WeightedReading,
): (sentence: string) => { pairs: LikelyWords[]; words: LikelyWords[] } {
  const probabilities = estimateWords(reading, measureSentences(reading));
  const wordNumbers = new Map(reading.lexicon.words().map((word, number) => [word.key, number]));
  const { firsts, seconds } = reading.pairs;
  const pairNumbers = new Map(
    firsts.map((first, number) => [`${first} ${seconds[number]!}`, number] as const),
  );
  return (sentence) => {
    const ids = wordIdsOf(reading.lang);
    const scanned = scanWords(sentence, ids);
    const numbers = ids.wordsOf(scanned.ids).map((word) => wordNumbers.get(word.key)!);
    const print = (from: number, to: number): string =>
      sentence.slice(scanned.starts[from], scanned.ends[to]);
    const words = numbers.map((number, at) => ({
      text: print(at, at),
      probability: probabilities.words[number]!,
    }));
    const pairs = numbers.slice(1).map((number, at) => ({
      text: print(at, at + 1),
      probability: probabilities.pairs[pairNumbers.get(`${numbers[at]!} ${number}`)!]!,
    }));
    return { pairs: sortOnce(pairs), words: sortOnce(words) };
  };
}

/** The most probable first, each text once. */
function sortOnce(all: readonly LikelyWords[]): LikelyWords[] {
  const once = new Map(all.map((words) => [words.text.toLowerCase(), words]));
  return [...once.values()].toSorted((a, b) => b.probability - a.probability);
}
