import { IdNumbers } from './id-numbers.ts';
import { NumberList } from './number-list.ts';
import { NumberingBuilder, type Numbered } from './numbering.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { ScannedWords } from './scan-words.ts';
import { Lexicon, type Term, type WordIds } from './word-ids.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** Stands for the term's number if a word is a stop word. */
export const NO_TERM = -1;

/** A stretch of a text's words: those from number `firstWord` up to `endWord`, which is not included. */
export interface WordRange {
  readonly firstWord: number;
  readonly endWord: number;
}

/** What the sentences of an article share, by number. */
export interface NumberedWords {
  /** The terms of the sentences. */
  readonly terms: Numbered;
  /** By term number, how many times it begins with a capital in the sentences. */
  readonly capitals: readonly number[];
  /** All words of the sentences, stop words included; all forms of a term are one word. */
  readonly words: Numbered;
  /** By word number, the word. */
  readonly lexicon: Lexicon;
  /** Each two words that follow one another in a sentence, stop words included. */
  readonly pairs: Pairs;
  /** By term number, the term. Those that no sentence has, but the title or boilerplate, come last. */
  readonly vocabulary: readonly Term[];
}

/** Pairs of words, with the numbers of their words. */
interface Pairs extends Numbered {
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
}

/** The same, and the terms of all words. */
interface NumberedArticle extends NumberedWords {
  /** By word of the text and of the title, its term's number or `NO_TERM`. */
  readonly textTerms: readonly number[];
  readonly titleTerms: readonly number[];
}

// Numbering is never interrupted, so all articles can share these tables.
const termNumbers = new IdNumbers();
const wordNumbers = new IdNumbers();
const pairNumbers = new PairNumbers();
const numbering = new NumberingBuilder();
const capitalCounts = new NumberList();

/**
 * Numbers the terms and word pairs of an article, whose sentences are given by their words. Ids are
 * replaced by numbers in place: a new array for each text would cost more than the numbering.
 */
export function numberWords(
  text: ScannedWords,
  title: ScannedWords,
  sentences: readonly WordRange[],
  wordIds: WordIds,
): NumberedArticle {
  wordNumbers.reset(wordIds.size);
  const words = numberAllWords(text.ids, sentences);
  const lexicon = new Lexicon(wordNumbers.toArray(), wordIds);
  const pairs = numberPairs(text.ids, sentences);
  termNumbers.reset(wordIds.size);
  const { terms, capitals } = numberSentenceTerms(text, sentences);
  numberOtherTerms(text, sentences);
  numberOtherTerms(title, []);
  const vocabulary = wordIds.wordsOf(termNumbers.toArray());
  const printed = { textTerms: text.ids, titleTerms: title.ids };
  return { terms, capitals, words, lexicon, pairs, vocabulary, ...printed };
}

function numberSentenceTerms(
  words: ScannedWords,
  sentences: readonly WordRange[],
): Pick<NumberedWords, 'terms' | 'capitals'> {
  numbering.reset();
  capitalCounts.clear();
  for (const { firstWord, endWord } of sentences) {
    for (let at = firstWord; at < endWord; at++) {
      const number = numberWord(words, at);
      if (number === NO_TERM) continue;
      numbering.add(number);
      if (number === capitalCounts.length) capitalCounts.push(0);
      if (words.kinds[at]! & WORD_KINDS.name) capitalCounts.increment(number);
    }
    numbering.endSentence();
  }
  return { terms: numbering.build(), capitals: capitalCounts.toArray() };
}

/** Numbers the words outside the sentences: a term that no sentence has gets the next free number. */
function numberOtherTerms(words: ScannedWords, sentences: readonly WordRange[]): void {
  let next = 0;
  for (const { firstWord, endWord } of sentences) {
    for (; next < firstWord; next++) numberWord(words, next);
    next = endWord;
  }
  for (; next < words.ids.length; next++) numberWord(words, next);
}

/** Replaces a word's id by the number of its term, or `NO_TERM`. */
function numberWord({ ids, kinds }: ScannedWords, at: number): number {
  const number = kinds[at]! & WORD_KINDS.term ? termNumbers.numberOf(ids[at]!) : NO_TERM;
  ids[at] = number;
  return number;
}

function numberAllWords(ids: readonly number[], sentences: readonly WordRange[]): Numbered {
  numbering.reset();
  for (const { firstWord, endWord } of sentences) {
    for (let at = firstWord; at < endWord; at++) numbering.add(wordNumbers.numberOf(ids[at]!));
    numbering.endSentence();
  }
  return numbering.build();
}

function numberPairs(ids: readonly number[], sentences: readonly WordRange[]): Pairs {
  pairNumbers.reset(ids.length);
  numbering.reset();
  for (const { firstWord, endWord } of sentences) {
    for (let at = firstWord + 1; at < endWord; at++) {
      const first = wordNumbers.numberOf(ids[at - 1]!);
      numbering.add(pairNumbers.numberOf(first, wordNumbers.numberOf(ids[at]!)));
    }
    numbering.endSentence();
  }
  return {
    ...numbering.build(),
    firsts: pairNumbers.firsts(),
    seconds: pairNumbers.seconds(),
  };
}
