import type { ReadingSentence } from '../../summary/reading/reading.ts';
import { BRIEF_LIMITS, type BriefArticle } from './brief.ts';
import { countPrintedWords } from './count-printed-words.ts';
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
    for (const sentence of reading.sentences) {
      const says = numbers.subarray(sentence.firstWord, sentence.endWord);
      const pairs = storyPairs.numberPairs(numbers, sentence);
      for (const pair of pairs) pairVoices.add(pair, voice);
      for (const word of says) if (word > 0) wordVoices.add(word, voice);
      if (sentence.isCaption || sentence.text === title || !isLongEnough(says)) continue;
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

/** By the rules of summaries. */
function standsAlone({ dependsOnPrevious, speechGoesOn }: ReadingSentence): boolean {
  return !dependsOnPrevious && !speechGoesOn;
}

function isLongEnough(says: Int32Array): boolean {
  let terms = 0;
  for (const word of says) if (word > 0) terms += 1;
  return terms >= BRIEF_LIMITS.minTerms;
}
