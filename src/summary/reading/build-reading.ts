import type { Article } from '../../article/article.ts';
import { createInsideTest, findQuotations } from '../../text/quotations.ts';
import { findDateline } from '../../text/dateline/dateline.ts';
import { findGluedHead } from '../../text/dateline/glued-head.ts';
import { primaryLanguage } from '../../text/language-tags.ts';
import { splitSentences } from '../../text/sentences.ts';
import { isBoilerplate } from './boilerplate-sentence.ts';
import { isCaption, pointsAtPicture } from './caption-sentence.ts';
import { cutOpening } from './cut-opening.ts';
import { findCutSentences } from './cut-sentences.ts';
import { measureDatedOpening } from './dated-opening.ts';
import { findTurns } from './dialogue.ts';
import { isFragment } from './finite-verb.ts';
import { isDependentOpening, isHalfQuoted, isSpeechAlone } from './openings/dependent-opening.ts';
import { findHeadings, findSpacedLines, isHeadlineLine } from './headline-line.ts';
import { kindsOfSentence } from './kinds/kinds-of-sentence.ts';
import { isLiveBlog } from './live-blog.ts';
import { numberWords } from './number-words.ts';
import { isOpenQuestion } from './open-question.ts';
import { PrintedWords } from './printed-words.ts';
import type { Line, Reading, ReadingSentence } from './reading.ts';
import { scanWords, type ScannedWords } from './scan-words.ts';
import { isUnsaidEnding } from './unsaid-ending.ts';
import { wordIdsOf } from './word-ids.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** The parts of an article that a reading is built from. */
export type ReadableArticle = Pick<Article, 'title' | 'text' | 'lang'>;

/** A dateline opens one of the first sentences of the report, or none. */
const DATELINE_SENTENCES = 3;

/** What a page has run into a sentence stands before one of so many. */
const GLUED_SENTENCES = 6;

/** A part of a sentence with so many words is a caption or a rest rather than a sub-head. */
const PART_WORDS = 8;

const LINE_FEED = 10;

/** The mark before an item of a list. */
const BULLET = /^[•*·▪■►●◦‣⁃]\s+/u;

/** Speech may go on after a caption; these words point at it. */
const POINTS_BACK = /^(?:It|They|This|That|These)\b/u;

/** Segments an article and numbers its terms. The same article always gives an equal reading. */
export function buildReading(article: ReadableArticle): Reading {
  const lang = primaryLanguage(article.lang);
  const wordIds = wordIdsOf(lang);
  const text = scanWords(article.text, wordIds);
  const title = scanWords(article.title, wordIds);
  const { sentences, boilerplate, place } = readLines(article, lang, text);
  const numbered = numberWords(text, title, sentences, wordIds);
  const { terms, words, lexicon, pairs, capitals, vocabulary, textTerms, titleTerms } = numbered;
  return {
    lang,
    sentences,
    boilerplate,
    place,
    printed: {
      title: new PrintedWords(article.title, title, titleTerms),
      text: new PrintedWords(article.text, text, textTerms),
    },
    terms,
    words,
    lexicon,
    pairs,
    capitals,
    vocabulary,
    titleTerms: selectShared(titleTerms, terms.counts.length),
  };
}

/** The terms of the title that sentences have, each once; those have the numbers below `count`. */
function selectShared(titleTerms: readonly number[], count: number): number[] {
  return [...new Set(titleTerms)].filter((term) => term >= 0 && term < count);
}

/** Splits a text, and tells the report from what surrounds it. */
function readLines(
  { title, text: source }: ReadableArticle,
  lang: string,
  words: ScannedWords,
): Pick<Reading, 'sentences' | 'boilerplate' | 'place'> {
  const sentences: ReadingSentence[] = [];
  const sentenceKinds: number[] = [];
  const boilerplate: Line[] = [];
  const isSpeech = createInsideTest(findQuotations(source));
  let place: string | undefined;
  let next = 0;
  let allKinds = 0;
  let isAfterPart = false;
  const split = splitSentences(source, lang);
  const headings = findHeadings(source, split);
  const spaced = lang === 'en' ? findSpacedLines(split) : undefined;
  const cutSentences = lang === 'en' ? findCutSentences(source, split) : new Set<number>();
  for (const [position, { text, start, end }] of split.entries()) {
    const firstWord = next;
    while (next < words.starts.length && words.starts[next]! < end) next += 1;
    const line = { text, start, end, firstWord, endWord: next };
    const kinds = kindsOfSentence(words, line);
    allKinds |= kinds;
    const wordCount = next - firstWord;
    const isPart =
      cutSentences.has(position) ||
      (lang === 'en' && (isFragment(text, wordCount, kinds) || isHeadlineLine(text, wordCount)));
    if (isPart || isBoilerplate(text, wordCount, kinds)) {
      boilerplate.push(line);
      isAfterPart = isPart && wordCount >= PART_WORDS;
      continue;
    }
    const dateline = sentences.length < DATELINE_SENTENCES ? findDateline(text) : undefined;
    place ??= dateline?.place;
    const opening = dateline?.length ?? measureOpening(text, lang, sentences.length);
    // A sentence that is nothing but a dateline stays whole.
    const cut = opening < text.length ? opening : 0;
    const report = cutOpening(line, cut, words.starts);
    const isFirst = sentences.length === 0;
    const reportKinds = report === line ? kinds : kindsOfSentence(words, report);
    const surroundings = { kinds: reportKinds, words, lang, isSpeech, isFirst };
    const sentence = markSentence(report, surroundings);
    sentenceKinds.push(reportKinds);
    // "It is on sale online." after a caption that was left out tells of what that showed.
    const isLost = isAfterPart && sentence.dependsOnPrevious && POINTS_BACK.test(sentence.text);
    sentences.push(
      isLost || headings[position] || spaced?.[position]
        ? { ...sentence, isCaption: true }
        : sentence,
    );
    isAfterPart = false;
  }
  const marked = isLiveBlog(title, source, allKinds) ? markEntries(source, sentences) : sentences;
  return { sentences: markTurns(source, marked, sentenceKinds), boilerplate, place };
}

/** How much of a sentence's beginning a page has run into it, or is the mark of a list. */
function measureOpening(text: string, lang: string, position: number): number {
  const mayBeGlued = position < GLUED_SENTENCES;
  const glued = mayBeGlued ? findGluedHead(text) || measureDatedOpening(text, lang) : 0;
  return glued > 0 ? glued : (BULLET.exec(text)?.[0].length ?? 0);
}

/** In a live blog, a sentence is understood by the beginning of its entry. */
function markEntries(source: string, sentences: readonly ReadingSentence[]): ReadingSentence[] {
  return sentences.map((sentence, i) => {
    const before = sentences[i - 1];
    const isInside = before && !hasLineBreak(source, before.end, sentence.start);
    return isInside ? { ...sentence, dependsOnPrevious: true } : sentence;
  });
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LINE_FEED) return true;
  return false;
}

function markTurns(
  source: string,
  sentences: readonly ReadingSentence[],
  kinds: readonly number[],
): ReadingSentence[] {
  const last = sentences.length - 1;
  let opens = true;
  const utterances = sentences.map(({ text, end }, i) => {
    const closes = i === last || hasLineBreak(source, end, sentences[i + 1]!.start);
    const utterance = { text, kinds: kinds[i]!, opens, closes };
    opens = closes;
    return utterance;
  });
  const turns = findTurns(utterances);
  return sentences.map((sentence, i) =>
    turns[i] === 'reply'
      ? { ...sentence, dependsOnPrevious: true }
      : turns[i] === 'question'
        ? { ...sentence, speechGoesOn: true }
        : sentence,
  );
}

/** What is known of a sentence besides its text. */
interface Surroundings {
  readonly kinds: number;
  readonly words: ScannedWords;
  readonly lang: string;
  readonly isSpeech: (offset: number) => boolean;
  readonly isFirst: boolean;
}

function markSentence(
  { text, start, end, firstWord, endWord }: Line,
  { kinds, words, lang, isSpeech, isFirst }: Surroundings,
): ReadingSentence {
  return {
    text,
    start,
    end,
    firstWord,
    endWord,
    wordCount: endWord - firstWord,
    numberCount: kinds & WORD_KINDS.number ? countNumbers(words, firstWord, endWord) : 0,
    isCaption: isCaption(text, kinds, isFirst),
    pointsAtPicture: pointsAtPicture(text, kinds),
    dependsOnPrevious:
      isSpeech(start) ||
      isDependentOpening(text, lang, kinds) ||
      isUnsaidEnding(text, lang) ||
      isHalfQuoted(text) ||
      (!isFirst && isSpeechAlone(text)),
    speechGoesOn:
      isSpeech(end) || (lang === 'en' && !isFirst && isOpenQuestion(text, endWord - firstWord)),
  };
}

function countNumbers({ kinds }: ScannedWords, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (kinds[at]! & WORD_KINDS.number) count += 1;
  return count;
}
