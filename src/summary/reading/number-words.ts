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
const ofWords = new NumberingBuilder();
const ofPairs = new NumberingBuilder();
const ofTerms = new NumberingBuilder();
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
  for (const numbers of [wordNumbers, termNumbers]) numbers.reset(wordIds.size);
  pairNumbers.reset(text.ids.length);
  for (const numbering of [ofWords, ofPairs, ofTerms]) numbering.reset();
  capitalCounts.clear();
  for (const { firstWord, endWord } of sentences) numberSentence(text, firstWord, endWord);
  numberOtherTerms(text, sentences);
  numberOtherTerms(title, []);
  return {
    terms: ofTerms.build(),
    capitals: capitalCounts.toArray(),
    words: ofWords.build(),
    lexicon: new Lexicon(wordNumbers.toArray(), wordIds),
    pairs: {
      ...ofPairs.build(),
      firsts: pairNumbers.firsts(),
      seconds: pairNumbers.seconds(),
    },
    vocabulary: wordIds.wordsOf(termNumbers.toArray()),
    textTerms: text.ids,
    titleTerms: title.ids,
  };
}

/** Numbers the words, pairs and terms of the next sentence. */
function numberSentence(text: ScannedWords, firstWord: number, endWord: number): void {
  let before = 0;
  for (let at = firstWord; at < endWord; at++) {
    const word = wordNumbers.numberOf(text.ids[at]!);
    ofWords.add(word);
    if (at > firstWord) ofPairs.add(pairNumbers.numberOf(before, word));
    before = word;
    const term = numberTerm(text, at);
    if (term === NO_TERM) continue;
    ofTerms.add(term);
    if (term === capitalCounts.length) capitalCounts.push(0);
    if (text.kinds[at]! & WORD_KINDS.name) capitalCounts.increment(term);
  }
  for (const numbering of [ofWords, ofPairs, ofTerms]) numbering.endSentence();
}

/** Numbers the words outside the sentences: a term that no sentence has gets the next free number. */
function numberOtherTerms(words: ScannedWords, sentences: readonly WordRange[]): void {
  let next = 0;
  for (const { firstWord, endWord } of sentences) {
    for (; next < firstWord; next++) numberTerm(words, next);
    next = endWord;
  }
  for (; next < words.ids.length; next++) numberTerm(words, next);
}

/** Replaces a word's id by the number of its term, or `NO_TERM`. */
function numberTerm({ ids, kinds }: ScannedWords, at: number): number {
  const number = kinds[at]! & WORD_KINDS.term ? termNumbers.numberOf(ids[at]!) : NO_TERM;
  ids[at] = number;
  return number;
}
