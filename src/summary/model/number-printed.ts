import { IdNumbers } from '../reading/id-numbers.ts';
import { PairNumbers } from '../reading/pair-numbers.ts';
import type { Reading } from '../reading/reading.ts';
import { scanWords } from '../reading/scan-words.ts';
import { wordIdsOf } from '../reading/word-ids.ts';

/** By word of an article's text, its number in the reading, and that of its pair with the word before; −1 for none. */
interface PrintedNumbers {
  readonly words: Int32Array;
  readonly pairs: Int32Array;
}

// Numbering is never interrupted, so all articles can share the tables.
const wordNumbers = new IdNumbers();
const pairNumbers = new PairNumbers();

/**
 * Finds which words and pairs of a reading stand where in its text. A reading doesn't keep that; numbered again in the
 * same order, they get the same numbers. The text is scanned as a whole, because a sentence in capitals has other words
 * if it is alone.
 */
export function numberPrinted({ lang, sentences, printed: { text } }: Reading): PrintedNumbers {
  const count = text.terms.length;
  const words = new Int32Array(count).fill(-1);
  const pairs = new Int32Array(count).fill(-1);
  if (count === 0) return { words, pairs };
  const wordIds = wordIdsOf(lang);
  const { ids } = scanWords(text.print(0, count - 1), wordIds);
  wordNumbers.reset(wordIds.size);
  pairNumbers.reset(count);
  for (const { firstWord, endWord } of sentences) {
    for (let at = firstWord; at < endWord; at++) {
      words[at] = wordNumbers.numberOf(ids[at]!);
      if (at > firstWord) pairs[at] = pairNumbers.numberOf(words[at - 1]!, words[at]!);
    }
  }
  return { words, pairs };
}
