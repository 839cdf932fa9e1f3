import { IdNumbers } from './id-numbers.ts';
import { NumberList } from './number-list.ts';
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
  readonly capitals: readonly number[];
  /** Each two words that follow one another in a sentence, stop words among them. */
  readonly pairs: Numbered;
}

/** Numbers the terms and word pairs of sentences, each given by its range of words. */
export function numberWords(
  words: PrintedWords,
  ranges: readonly WordRange[],
  wordIds: WordIds,
): NumberedWords {
  return { ...numberTerms(words, ranges, wordIds), pairs: numberPairs(words.ids, ranges) };
}

// Numbering is not interrupted, so that one set of tables serves all texts.
const termNumbers = new IdNumbers();
const pairNumbers = new PairNumbers();
const numbering = new NumberingBuilder();
const capitals = new NumberList();

function numberTerms(
  words: PrintedWords,
  ranges: readonly WordRange[],
  wordIds: WordIds,
): Omit<NumberedWords, 'pairs'> {
  termNumbers.reset(wordIds.size);
  numbering.reset();
  capitals.clear();
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at++) {
      if (!words.isTerm(at)) continue;
      const number = termNumbers.numberOf(words.ids[at]!);
      numbering.add(number);
      if (number === capitals.length) capitals.push(0);
      if (words.isName(at)) capitals.increment(number);
    }
    numbering.endSentence();
  }
  return {
    terms: numbering.build(),
    termIds: termNumbers.toArray(),
    capitals: capitals.toArray(),
  };
}

function numberPairs(words: readonly number[], ranges: readonly WordRange[]): Numbered {
  pairNumbers.reset(words.length);
  numbering.reset();
  for (const { from, to } of ranges) {
    for (let at = from + 1; at < to; at++) {
      numbering.add(pairNumbers.numberOf(words[at - 1]!, words[at]!));
    }
    numbering.endSentence();
  }
  return numbering.build();
}
