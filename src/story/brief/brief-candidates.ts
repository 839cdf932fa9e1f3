import { cutOpening } from '../../summary/reading/cut-opening.ts';
import type { Reading, ReadingSentence } from '../../summary/reading/reading.ts';
import { BRIEF_LIMITS, type BriefArticle } from './brief.ts';
import { countPrintedWords } from './count-printed-words.ts';
import { isDateLine, measureDateLine } from './date-line.ts';
import { findNeeds, type Needs } from './find-needs.ts';
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
  /** The numbers of its word pairs, each once. */
  readonly pairs: readonly number[];
  /** The numbers of its words. */
  readonly says: Int32Array;
  /** The numbers of words that must have been said before. */
  readonly needs: readonly number[];
}

/** The sentences that a brief is chosen from, and by number of a word pair how many voices have it. */
export interface BriefCandidates {
  readonly candidates: readonly BriefCandidate[];
  readonly voices: readonly number[];
}

/** An opening sentence needs nothing: its article's readers didn't know more either. */
const NO_NEEDS: Needs = { nouns: [], names: [] };

/** Reads the articles of a story. Copies, which have one voice, must follow one another. */
export function findBriefCandidates(
  articles: readonly BriefArticle[],
  voiceOf: (articleId: string) => string | number,
): BriefCandidates {
  const storyWords = new StoryWords();
  const storyPairs = new StoryPairs();
  const wordVoices = new VoiceCounts();
  const pairVoices = new VoiceCounts();
  const found: (Omit<BriefCandidate, 'needs'> & { readonly needs: Needs })[] = [];
  const voices = new Set<string | number>();
  for (const article of articles) {
    const voice = voices.add(voiceOf(article.id)).size;
    const { reading, title } = article;
    const numbers = storyWords.numberWords(reading);
    let isOpening = true;
    for (const line of reading.sentences) {
      const sentence = isOpening ? withoutDate(line, reading) : line;
      const says = numbers.subarray(sentence.firstWord, sentence.endWord);
      const pairs = storyPairs.numberPairs(numbers, sentence);
      for (const pair of pairs) pairVoices.add(pair, voice);
      for (const word of says) if (word > 0) wordVoices.add(word, voice);
      if (isNoSentence(sentence, title) || !isLongEnough(says)) continue;
      const words = countPrintedWords(sentence.text);
      const needs = isOpening ? NO_NEEDS : findNeeds(reading, sentence);
      if (needs && standsAlone(sentence) && words <= BRIEF_LIMITS.maxSentenceWords) {
        const numbered = { nouns: numberAll(needs.nouns), names: numberAll(needs.names) };
        found.push({ article, sentence, words, isOpening, pairs, says, needs: numbered });
      }
      isOpening = false;
      function numberAll(positions: readonly number[]): number[] {
        return positions.map((at) => numbers[at]!);
      }
    }
  }
  const isKnown = (name: number): boolean =>
    wordVoices.all[name]! >= Math.max(BRIEF_LIMITS.knownVoices, voices.size / 2);
  const candidates = found.map(({ needs: { nouns, names }, ...candidate }) => ({
    ...candidate,
    needs: [...nouns, ...names.filter((name) => !isKnown(name))],
  }));
  return { candidates, voices: pairVoices.all };
}

/** A report is sometimes opened by its date, which a line break parts from the first sentence. */
function withoutDate(sentence: ReadingSentence, { printed }: Reading): ReadingSentence {
  const length = measureDateLine(sentence.text);
  return length === 0
    ? sentence
    : { ...sentence, ...cutOpening(sentence, length, printed.text.starts) };
}

/** "- Sri Lanka: 28,500". */
const LIST_ITEM = /^[*•▪◦‣●■►»>#-]\s/u;

function isNoSentence({ text, isCaption }: ReadingSentence, title: string): boolean {
  return isCaption || text === title || LIST_ITEM.test(text) || isDateLine(text);
}

/** By the rules of summaries. */
function standsAlone({ dependsOnPrevious, speechGoesOn }: ReadingSentence): boolean {
  return !dependsOnPrevious && !speechGoesOn;
}

function isLongEnough(says: Int32Array): boolean {
  let terms = 0;
  for (const word of says) if (word > 0) terms += 1;
  return terms >= BRIEF_LIMITS.minTerms;
}
