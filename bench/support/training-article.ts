import type { WeightedReading } from '../../src/summary/weigh-reading.ts';
import { splitRougeWords } from './score-rouge.ts';

/** An article with a human summary, against which any selection of its sentences can be scored. */
export class TrainingArticle {
  readonly reading: WeightedReading;
  /** The human summary, one sentence a line. */
  readonly reference: string;
  readonly #words: Grams;
  readonly #pairs: Grams;

  constructor(reading: WeightedReading, reference: string) {
    this.reading = reading;
    this.reference = reference;
    const texts = reading.sentences.map(({ text }) => splitRougeWords(text));
    this.#words = countGrams(splitRougeWords(reference), texts, 1);
    this.#pairs = countGrams(splitRougeWords(reference), texts, 2);
  }

  /** ROUGE-2 + ½ ROUGE-1 F1 of some sentences, without pairs across sentence borders: the goal of the training. */
  scoreSelection(sentences: readonly number[]): number {
    return scoreF1(this.#pairs, sentences) + 0.5 * scoreF1(this.#words, sentences);
  }
}

/** The n-grams of a reference and of sentences. */
interface Grams {
  /** The count of each n-gram in the reference. */
  readonly wanted: readonly number[];
  readonly wantedCount: number;
  /** For each sentence, the numbers of the reference's n-grams that occur in it, including repeats. */
  readonly found: readonly (readonly number[])[];
  /** For each sentence, its number of n-grams. */
  readonly counts: readonly number[];
}

function countGrams(
  reference: readonly string[],
  sentences: readonly (readonly string[])[],
  n: number,
): Grams {
  const numbers = new Map<string, number>();
  const wanted: number[] = [];
  for (const gram of listGrams(reference, n)) {
    const number = numbers.get(gram) ?? wanted.push(0) - 1;
    numbers.set(gram, number);
    wanted[number]! += 1;
  }
  const all = sentences.map((words) => listGrams(words, n));
  return {
    wanted,
    wantedCount: Math.max(0, reference.length - n + 1),
    found: all.map((grams) => grams.flatMap((gram) => numbers.get(gram) ?? [])),
    counts: all.map((grams) => grams.length),
  };
}

function listGrams(words: readonly string[], n: number): string[] {
  return words.slice(n - 1).map((_, i) => words.slice(i, i + n).join(' '));
}

function scoreF1({ wanted, wantedCount, found, counts }: Grams, chosen: readonly number[]): number {
  const left = [...wanted];
  let [shared, total] = [0, 0];
  for (const sentence of chosen) {
    total += counts[sentence]!;
    for (const gram of found[sentence]!) {
      if (left[gram]! <= 0) continue;
      left[gram]! -= 1;
      shared += 1;
    }
  }
  return total + wantedCount === 0 ? 0 : (2 * shared) / (total + wantedCount);
}
