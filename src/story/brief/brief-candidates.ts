import { findPairChances } from '../../summary/model/pair-chances.ts';
import { cutOpening } from '../../summary/reading/cut-opening.ts';
import type { Reading, ReadingSentence } from '../../summary/reading/reading.ts';
import { BRIEF_LIMITS, type BriefArticle, type BriefRole } from './brief.ts';
import { countPrintedWords } from './count-printed-words.ts';
import { measureDateLine } from './date-line.ts';
import { findOutdated } from './find-outdated.ts';
import { hasFinalStop } from './final-stop.ts';
import { findNeeds } from '../../summary/reading/needs/find-needs.ts';
import { createOldNewsTest } from './old-news.ts';
import { saysAgain, type KnownSentence } from './says-again.ts';
import { hasStops, isLongEnough, isNoSentence, standsAlone } from './sentence-rules.ts';
import { StoryPairs } from './story-pairs.ts';
import { StoryWords } from './story-words.ts';
import { VoiceCounts } from './voice-counts.ts';

/** A sentence that a brief may have. */
export interface BriefCandidate {
  readonly article: BriefArticle;
  readonly sentence: ReadingSentence;
  readonly words: number;
  /** Opens its article. */
  readonly isOpening: boolean;
  /** How well it answers what the reader wants to know, 0 to 1. */
  readonly answer: number;
  /** The numbers of its word pairs, each once. */
  readonly pairs: readonly number[];
  /** The numbers of its words. */
  readonly says: Int32Array;
}

/** A sentence that the reader has read. */
interface ToldSentence extends Pick<BriefCandidate, 'pairs' | 'says'> {
  readonly text: string;
}

/** The sentences that a brief is chosen from, and what their story says of them. */
export interface BriefCandidates {
  readonly candidates: readonly BriefCandidate[];
  /** The sentences that the reader has read. */
  readonly told: readonly ToldSentence[];
  /** By number of a word pair, how many voices have it. */
  readonly voices: readonly number[];
  /** By number of a word pair, how probable it is that an editor of any voice would keep it; 1 if that isn't known. */
  readonly chances: readonly number[];
  /** By number of a term, how many voices have it. */
  readonly termVoices: readonly number[];
  /** Whether everything that a sentence speaks of as known is among the words said before it. */
  readonly isUnderstood: (candidate: BriefCandidate, said: ReadonlySet<number>) => boolean;
}

/** Reads the articles of a story. Copies, which have one voice, must follow one another. */
export function findBriefCandidates(
  articles: readonly BriefArticle[],
  voiceOf: (articleId: string) => string | number,
  toldTexts: ReadonlySet<string> = new Set(),
): BriefCandidates {
  const storyWords = new StoryWords();
  const storyPairs = new StoryPairs(
    articles.reduce((sum, { reading }) => sum + reading.printed.text.terms.length, 0),
  );
  const termVoices = new VoiceCounts();
  const pairVoices = new VoiceCounts();
  const candidates: BriefCandidate[] = [];
  const told: ToldSentence[] = [];
  const known: KnownSentence[] = [];
  const voices = new Set<string | number>();
  const isOldNews = findOldNews(articles, voiceOf);
  for (const article of articles) {
    const voice = voices.add(voiceOf(article.id)).size;
    const { reading, title } = article;
    const numbers = storyWords.numberWords(reading);
    const stops = hasStops(reading);
    const chances = findPairChances(reading);
    const isOld = isOldNews(article);
    let isOpening = true;
    for (const [position, line] of reading.sentences.entries()) {
      const sentence = isOpening ? withoutDate(line, reading) : line;
      const says = numbers.subarray(sentence.firstWord, sentence.endWord);
      const ends = storyPairs.numberPairs(numbers, sentence);
      for (const [pair, end] of ends) pairVoices.add(pair, voice, chances?.[end]);
      const pairs = [...ends.keys()];
      for (const word of says) if (word > 0) termVoices.add(word, voice);
      if (article.role === 'context') known.push({ text: line.text, terms: new Set(says) });
      if (toldTexts.has(line.text)) {
        told.push({ text: line.text, pairs, says });
        isOpening = false;
        continue;
      }
      if (isNoSentence(sentence, title) || !isLongEnough(says)) continue;
      if (stops && !hasFinalStop(sentence.text)) continue;
      const words = countPrintedWords(sentence.text);
      const isFit =
        !isOld && standsAlone(sentence, reading) && words <= BRIEF_LIMITS.maxSentenceWords;
      if (isFit && mayTell(article.role, sentence)) {
        const answer = article.answers?.[position] ?? 0;
        candidates.push({ article, sentence, words, isOpening, answer, pairs, says });
      }
      isOpening = false;
    }
  }
  const wellKnown = Math.max(BRIEF_LIMITS.knownVoices, voices.size / 2);
  const isUnderstood = createNeedsTest((name) => termVoices.all[name]! >= wellKnown);
  const isNew = ({ sentence: { text }, says }: BriefCandidate): boolean =>
    !known.some((one) => saysAgain({ text, says }, one));
  const outdated = findOutdated(
    candidates.map(({ article: { publishedAt, reading }, sentence: { text } }) => ({
      text,
      lang: reading.lang,
      at: Date.parse(publishedAt ?? '') || 0,
    })),
  );
  return {
    candidates: candidates.filter((one, i) => !outdated[i] && isNew(one)),
    told,
    voices: pairVoices.all,
    chances: pairVoices.chances,
    termVoices: termVoices.all,
    isUnderstood,
  };
}

/** A copy of what was told is read for what it adds, whatever its headline says. */
function findOldNews(
  articles: readonly BriefArticle[],
  voiceOf: (articleId: string) => string | number,
): (article: BriefArticle) => boolean {
  const context = articles.filter(({ role }) => role === 'context');
  if (context.length === 0) return () => false;
  const voices = new Set(context.map(({ id }) => voiceOf(id)));
  const isOldNews = createOldNewsTest(context);
  return (article) => !voices.has(voiceOf(article.id)) && isOldNews(article);
}

/**
 * Needs are looked up for the few sentences that are about to be chosen, each once, because finding
 * them takes longer than choosing. An opening sentence needs nothing: its first readers knew no more.
 */
function createNeedsTest(isKnown: (name: number) => boolean): BriefCandidates['isUnderstood'] {
  const found = new Map<ReadingSentence, readonly number[] | undefined>();
  return ({ article: { reading }, sentence, isOpening, says }, said) => {
    if (isOpening) return true;
    if (!found.has(sentence)) {
      const needs = findNeeds(reading, sentence);
      const numberOf = (at: number): number => says[at - sentence.firstWord]!;
      const { terms } = reading.printed.text;
      const isBroughtIn = (at: number): boolean =>
        terms.lastIndexOf(terms[at]!, sentence.firstWord - 1) !== -1;
      found.set(
        sentence,
        needs && [
          ...needs.nouns.map(numberOf),
          ...(needs.within ?? []).filter(isBroughtIn).map(numberOf),
          ...needs.names.map(numberOf).filter((name) => !isKnown(name)),
        ],
      );
    }
    return found.get(sentence)?.every((need) => said.has(need)) ?? false;
  };
}

/** A report is sometimes opened by its date, which a line break parts from the first sentence. */
function withoutDate(sentence: ReadingSentence, { printed }: Reading): ReadingSentence {
  const length = measureDateLine(sentence.text);
  return length === 0
    ? sentence
    : { ...sentence, ...cutOpening(sentence, length, printed.text.starts) };
}

/** Figures, and words that mean another day in an older report. */
const OUTDATED =
  /\p{N}|\b(?:today|tonight|yesterday|tomorrow|overnight|this (?:morning|afternoon|evening))\b/iu;

function mayTell(role: BriefRole = 'current', { text }: ReadingSentence): boolean {
  return role === 'current' || (role === 'background' && !OUTDATED.test(text));
}
