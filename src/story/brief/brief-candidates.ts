import type { ReadingSentence } from '../../summary/reading/reading.ts';
import { BRIEF_LIMITS, type BriefArticle } from './brief.ts';
import { countPrintedWords } from './count-printed-words.ts';
import { StoryPairs } from './story-pairs.ts';
import { StoryWords } from './story-words.ts';

/** A sentence that a brief may have. */
export interface BriefCandidate {
  readonly article: BriefArticle;
  readonly sentence: ReadingSentence;
  readonly words: number;
  /** Opens its article. */
  readonly isOpening: boolean;
  /** The numbers of its word pairs, each once. */
  readonly pairs: readonly number[];
}

/** The sentences that a brief is chosen from, and by number of a word pair how many voices have it. */
export interface BriefCandidates {
  readonly candidates: readonly BriefCandidate[];
  readonly voices: readonly number[];
}

/** Reads the articles of a story. Copies, which have one voice, must follow one another. */
export function findBriefCandidates(
  articles: readonly BriefArticle[],
  voiceOf: (articleId: string) => string | number,
): BriefCandidates {
  const storyWords = new StoryWords();
  const storyPairs = new StoryPairs();
  const candidates: BriefCandidate[] = [];
  let voice = -1;
  let voiceName: string | number | undefined;
  for (const article of articles) {
    const name = voiceOf(article.id);
    if (name !== voiceName || voice < 0) voice += 1;
    voiceName = name;
    const { reading, title } = article;
    const numbers = storyWords.numberWords(reading);
    let isOpening = true;
    for (const sentence of reading.sentences) {
      const pairs = storyPairs.readSentence(numbers, sentence, voice);
      if (sentence.isCaption || sentence.text === title) continue;
      if (countTerms(numbers, sentence) < BRIEF_LIMITS.minTerms) continue;
      const words = countPrintedWords(sentence.text);
      if (standsAlone(sentence) && words <= BRIEF_LIMITS.maxSentenceWords) {
        candidates.push({ article, sentence, words, isOpening, pairs });
      }
      isOpening = false;
    }
  }
  return { candidates, voices: storyPairs.voices };
}

/** By the rules of summaries. */
function standsAlone({ dependsOnPrevious, speechGoesOn }: ReadingSentence): boolean {
  return !dependsOnPrevious && !speechGoesOn;
}

function countTerms(numbers: Int32Array, { firstWord, endWord }: ReadingSentence): number {
  let count = 0;
  for (let at = firstWord; at < endWord; at++) if (numbers[at]! > 0) count += 1;
  return count;
}
