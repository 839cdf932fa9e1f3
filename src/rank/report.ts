import { splitSentences, type Sentence } from '../text/sentences.ts';
import { forEachCasedToken } from '../text/terms.ts';
import type { Corpus } from './corpus.ts';
import { findDateline } from './dateline.ts';
import { isDependentOpening } from './dependent-opening.ts';
import { isFurniture } from './furniture.ts';
import { Numbering, type Numbered } from './numbering.ts';
import { wordIdsOf, type WordIds } from './word-ids.ts';

/** A sentence of a report, its dateline left out. */
export interface ReportSentence extends Sentence {
  readonly wordCount: number;
  /** How many of its words begin with a digit. */
  readonly numberCount: number;
  /** Opens with a word whose sense stands in the sentence before. */
  readonly dependsOnPrevious: boolean;
}

/** The sentences of a report, what is no part of it left out, and what they share. */
export interface Report {
  readonly sentences: readonly ReportSentence[];
  /** As its dateline names it: "MOSCOW", "Canberra, Australia". */
  readonly place?: string;
  /** Stems, stop words left out. */
  readonly terms: Numbered;
  /** Each two words that follow one another in a sentence, stop words among them. */
  readonly pairs: Numbered;
  /** Inverse document frequency by term number. */
  readonly idf: readonly number[];
  /** Euclidean length by sentence, each term counted once with its idf. */
  readonly norms: readonly number[];
  /** Numbers of the title's terms, each once, those that no sentence has left out. */
  readonly titleTerms: readonly number[];
  /** Sum of the inverse document frequencies of all the title's terms, each once. */
  readonly titleWeight: number;
}

/** A dateline opens one of the first sentences or none. */
const DATELINE_SENTENCES = 3;

/** Reads an article for ranking; `lang` is a primary subtag. */
export function readReport(
  article: { readonly title: string; readonly text: string },
  lang: string,
  corpus: Corpus,
): Report {
  const wordIds = wordIdsOf(lang);
  const sentences: ReportSentence[] = [];
  const terms = new Numbering();
  const pairs = new Numbering();
  let place: string | undefined;
  for (let sentence of splitSentences(article.text, lang)) {
    let words = readWords(sentence.text, wordIds);
    if (isFurniture(sentence.text, words.ids.length)) continue;
    const dateline =
      sentences.length < DATELINE_SENTENCES ? findDateline(sentence.text) : undefined;
    if (dateline) {
      place ??= dateline.place;
      sentence = cutOpening(sentence, dateline.length);
      words = readWords(sentence.text, wordIds);
    }
    sentences.push({
      ...sentence,
      wordCount: words.ids.length,
      numberCount: words.numberCount,
      dependsOnPrevious: isDependentOpening(sentence.text, lang),
    });
    addWords(words.ids, terms, pairs);
  }
  const idfOf = (id: number): number => corpus.idf(wordIds.termOf(id));
  const idf = terms.keys.map(idfOf);
  const title = [...new Set(readWords(article.title, wordIds).ids.filter((id) => id > 0))];
  return {
    sentences,
    ...(place !== undefined && { place }),
    terms,
    pairs,
    idf,
    norms: sentences.map((_, i) => normOf(terms, idf, i)),
    titleTerms: title.map((id) => terms.find(id)).filter((number) => number !== undefined),
    titleWeight: title.reduce((sum, id) => sum + idfOf(id), 0),
  };
}

function cutOpening({ text, start, end }: Sentence, length: number): Sentence {
  return { text: text.slice(length), start: start + length, end };
}

interface Words {
  readonly ids: number[];
  numberCount: number;
}

function readWords(text: string, wordIds: WordIds): Words {
  const words: Words = { ids: [], numberCount: 0 };
  forEachCasedToken(text, (token) => {
    words.ids.push(wordIds.idOf(token));
    if (isDigit(token.charCodeAt(0))) words.numberCount += 1;
  });
  return words;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Word ids are below 2²⁴ either side of 0, so that a pair of them is one exact number. */
const PAIR_FACTOR = 2 ** 25;

function addWords(ids: readonly number[], terms: Numbering, pairs: Numbering): void {
  let previous: number | undefined;
  for (const id of ids) {
    if (id > 0) terms.add(id);
    if (previous !== undefined) pairs.add(previous * PAIR_FACTOR + id);
    previous = id;
  }
  terms.endSentence();
  pairs.endSentence();
}

function normOf({ ids, starts }: Numbered, idf: readonly number[], sentence: number): number {
  let squares = 0;
  for (let at = starts[sentence]!; at < starts[sentence + 1]!; at++) squares += idf[ids[at]!]! ** 2;
  return Math.sqrt(squares);
}
