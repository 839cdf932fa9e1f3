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
  readonly termIds: Int32Array;
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
  return { ...numberTerms(words, ranges, wordIds), pairs: numberPairs(words.ids, ranges) };
}

// Numbering is not interrupted, so that one set of tables serves all texts.
const termNumbers = new IdNumbers();
const pairNumbers = new PairNumbers();

function numberTerms(
  words: PrintedWords,
  ranges: readonly WordRange[],
  wordIds: WordIds,
): Omit<NumberedWords, 'pairs'> {
  const terms = new NumberingBuilder(ranges.length, words.ids.length);
  const capitals = new Uint32Array(words.ids.length);
  termNumbers.reset(wordIds.size, words.ids.length);
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at++) {
      const id = words.ids[at]!;
      if (!wordIds.isTerm(id)) continue;
      const number = termNumbers.numberOf(id);
      terms.add(number);
      if (words.isName(at)) capitals[number]! += 1;
    }
    terms.endSentence();
  }
  const termIds = termNumbers.toArray();
  return { terms: terms.build(), termIds, capitals: capitals.subarray(0, termIds.length) };
}

function numberPairs(words: Int32Array, ranges: readonly WordRange[]): Numbered {
  const pairs = new NumberingBuilder(ranges.length, words.length);
  pairNumbers.reset(words.length);
  for (const { from, to } of ranges) {
    for (let at = from + 1; at < to; at++) {
      pairs.add(pairNumbers.numberOf(words[at - 1]!, words[at]!));
    }
    pairs.endSentence();
  }
  return pairs.build();
}
