import { createInsideTest, findQuotations } from '../../text/quotations.ts';
import { findDateline } from '../../text/dateline.ts';
import { splitSentences, type Sentence } from '../../text/sentences.ts';
import type { Asked } from '../model/remaining-answers.ts';
import type { Corpus } from '../../index/corpus/corpus.ts';
import { isDependentOpening, isHalfQuoted } from './dependent-opening.ts';
import { isBoilerplate } from './boilerplate-sentence.ts';
import { numberWords, type NumberedWords, type WordRange } from './number-words.ts';
import type { Numbered } from './numbering.ts';
import { PrintedWords } from './printed-words.ts';
import { reserveFloats } from './reserve-floats.ts';
import { isUnsaidEnding } from './unsaid-ending.ts';
import { wordIdsOf, type WordIds } from './word-ids.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** A sentence of a report, its dateline left out. */
export interface ReportSentence extends Sentence {
  readonly wordCount: number;
  /** How many of its words begin with a digit. */
  readonly numberCount: number;
  /** What its words tell by their letters: bits of `WORD_KINDS`. */
  readonly kinds: number;
  /** Opens with a word whose sense stands in the sentence before, goes on with its speech, or is half a quotation. */
  readonly dependsOnPrevious: boolean;
  /** Its speech goes on in the sentence after it. */
  readonly speechGoesOn: boolean;
}

/** The sentences of a report, what is no part of it left out, and what they share. */
export interface Report extends NumberedWords {
  readonly sentences: readonly ReportSentence[];
  /** As its dateline names it: "MOSCOW", "Canberra, Australia". */
  readonly place: string | undefined;
  readonly printed: { readonly title: PrintedWords; readonly text: PrintedWords };
  /** Inverse document frequency by term number. */
  readonly idf: Float64Array;
  /** Euclidean length by sentence, each term counted once with its idf. */
  readonly norms: Float64Array;
  /** Numbers of the title's terms, each once, those that no sentence has left out. */
  readonly titleTerms: readonly number[];
  /** What the sentences have of what is asked; absent where they have nothing, or nobody asks. */
  readonly asked?: Asked;
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
  const text = new PrintedWords(article.text, wordIds);
  const title = new PrintedWords(article.title, wordIds);
  const { sentences, ranges, place } = readSentences(article.text, lang, text);
  const { terms, termIds, capitals, pairs } = numberWords(text, ranges, wordIds);
  const take = reserveFloats(termIds.length + sentences.length);
  const idf = measureIdf(termIds, wordIds, corpus, take(termIds.length));
  const titleIds = [...new Set(title.ids)].filter((id) => wordIds.isTerm(id));
  const titleIdf = measureIdf(titleIds, wordIds, corpus, new Float64Array(titleIds.length));
  return {
    sentences,
    place,
    printed: { title, text },
    terms,
    termIds,
    capitals,
    pairs,
    idf,
    norms: measureNorms(terms, idf, take(sentences.length)),
    titleTerms: titleIds.map((id) => termIds.indexOf(id)).filter((term) => term !== -1),
    titleWeight: titleIdf.reduce((sum, value) => sum + value, 0),
  };
}

/** The sentences that are part of the report, each with its range of words, and the place where it was written. */
function readSentences(
  source: string,
  lang: string,
  words: PrintedWords,
): { sentences: ReportSentence[]; ranges: WordRange[]; place: string | undefined } {
  const sentences: ReportSentence[] = [];
  const ranges: WordRange[] = [];
  const isSpeech = createInsideTest(findQuotations(source));
  let place: string | undefined;
  let next = 0;
  for (const whole of splitSentences(source, lang)) {
    let from = next;
    let kinds = 0;
    for (; next < words.starts.length && words.starts[next]! < whole.end; next++) {
      kinds |= words.kinds[next]!;
    }
    if (isBoilerplate(whole.text, next - from, kinds)) continue;
    const dateline = sentences.length < DATELINE_SENTENCES ? findDateline(whole.text) : undefined;
    const { text, start, end } = cutOpening(whole, dateline?.length ?? 0);
    place ??= dateline?.place;
    while (from < next && words.starts[from]! < start) from += 1;
    ranges.push({ from, to: next });
    sentences.push({
      text,
      start,
      end,
      wordCount: next - from,
      numberCount: countNumbers(words, from, next),
      kinds,
      dependsOnPrevious:
        isSpeech(start) ||
        isDependentOpening(text, lang) ||
        isUnsaidEnding(text, lang) ||
        isHalfQuoted(text),
      speechGoesOn: isSpeech(end),
    });
  }
  return { sentences, ranges, place };
}

/** Fills in the inverse document frequencies of terms, given by their ids. */
function measureIdf(
  termIds: readonly number[],
  wordIds: WordIds,
  corpus: Corpus,
  idf: Float64Array,
): Float64Array {
  for (let i = 0; i < idf.length; i++) {
    const id = termIds[i]!;
    idf[i] = corpus.idf(wordIds.termOf(id) ?? '', wordIds.backgroundOf(id));
  }
  return idf;
}

/** A sentence that is nothing but its opening stays whole. */
function cutOpening(sentence: Sentence, length: number): Sentence {
  const { text, start, end } = sentence;
  if (length === 0 || length >= text.length) return sentence;
  return { text: text.slice(length), start: start + length, end };
}

function countNumbers({ kinds }: PrintedWords, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (kinds[at]! & WORD_KINDS.number) count += 1;
  return count;
}

function measureNorms(
  { ids, starts }: Numbered,
  idf: Float64Array,
  norms: Float64Array,
): Float64Array {
  for (let i = 0; i < norms.length; i++) {
    let squares = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) squares += idf[ids[at]!]! ** 2;
    norms[i] = Math.sqrt(squares);
  }
  return norms;
}
