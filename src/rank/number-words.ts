import { IdNumbers } from './id-numbers.ts';
import { NumberingBuilder, type Numbered } from './numbering.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { PrintedWords } from './printed-words.ts';
import type { WordIds } from './word-ids.ts';

/** The words of a sentence among those of the text. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** What sentences share, by number. */
export interface NumberedWords {
  /** Stems, stop words left out. */
  readonly terms: Numbered;
  /** By term number, the id of its printed words. */
  readonly termIds: readonly number[];
  /** By term number, in how many places it begins with a capital. */
  readonly capitals: Uint32Array;
  /** Each two words that follow one another in a sentence, stop words among them. */
  readonly pairs: Numbered;
}

/** Numbers the terms and word pairs of sentences, each given by its range of words. */
export function numberWords(
  words: PrintedWords,
  ranges: readonly WordRange[],
  wordIds: WordIds,
): NumberedWords {
  const terms = numberTerms(words.ids, ranges, wordIds);
  return {
    terms,
    termIds: termNumbers.ids,
    capitals: countCapitals(words, ranges),
    pairs: numberPairs(words.ids, ranges),
  };
}

// Numbering is not interrupted, so that one set of tables serves all texts.
const termNumbers = new IdNumbers();
const pairNumbers = new PairNumbers();

function numberTerms(
  words: readonly number[],
  ranges: readonly WordRange[],
  wordIds: WordIds,
): Numbered {
  const terms = new NumberingBuilder();
  termNumbers.reset(wordIds.size);
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at++) {
      const id = words[at]!;
      if (wordIds.isTerm(id)) terms.add(termNumbers.numberOf(id));
    }
    terms.endSentence();
  }
  return terms;
}

function countCapitals(words: PrintedWords, ranges: readonly WordRange[]): Uint32Array {
  const counts = new Uint32Array(termNumbers.ids.length);
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at++) {
      if (words.capitals[at]) counts[termNumbers.find(words.ids[at]!)!]! += 1;
    }
  }
  return counts;
}

function numberPairs(words: readonly number[], ranges: readonly WordRange[]): Numbered {
  const pairs = new NumberingBuilder();
  pairNumbers.reset(words.length);
  for (const { from, to } of ranges) {
    for (let at = from + 1; at < to; at++) {
      pairs.add(pairNumbers.numberOf(words[at - 1]!, words[at]!));
    }
    pairs.endSentence();
  }
  return pairs;
}
