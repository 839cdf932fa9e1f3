import { BRIEF_LIMITS } from '../../brief/brief.ts';
import { countPrintedWords } from '../../brief/count-printed-words.ts';
import { hasFinalStop } from '../../brief/final-stop.ts';
import { findNeeds } from '../../../summary/reading/needs/find-needs.ts';
import { hasStops, isLongEnough, isNoSentence, standsAlone } from '../../brief/sentence-rules.ts';
import type { StorySentence, StorySentences } from './story-sentences.ts';

/** What a timeline may show. By the rules of briefs. */
export interface LineRules {
  /** Whether it is a sentence of the report, of a length that can be read. */
  readonly isReport: (sentence: StorySentence) => boolean;
  /** Whether a reader understands it as the only line of a day. */
  readonly isAlone: (sentence: StorySentence) => boolean;
}

/** Creates the rules for a story. Each sentence is judged once, when it is first asked for. */
export function createLineRules({ articles, termVoices, voiceCount }: StorySentences): LineRules {
  const stops = new Map(articles.map((article) => [article, hasStops(article.reading)]));
  const known = Math.max(BRIEF_LIMITS.knownVoices, voiceCount / 2);
  const isReport = once(
    ({ article, sentence, words }) =>
      !isNoSentence(sentence, article.title) &&
      isLongEnough(words) &&
      (!stops.get(article) || hasFinalStop(sentence.text)) &&
      countPrintedWords(sentence.text) <= BRIEF_LIMITS.maxSentenceWords,
  );
  const isUnderstood = ({ article: { reading }, sentence, words, position }: StorySentence) => {
    if (position === 0) return true;
    const needs = findNeeds(reading, sentence);
    // Nothing was said before, so only what the whole story is about is known: "the earthquake".
    return (
      needs !== undefined &&
      [...needs.nouns, ...needs.names].every(
        (at) => (termVoices[words[at - sentence.firstWord]!] ?? 0) >= known,
      )
    );
  };
  const isAlone = once(
    (line) =>
      isReport(line) && standsAlone(line.sentence, line.article.reading) && isUnderstood(line),
  );
  return { isReport, isAlone };
}

function once(test: (sentence: StorySentence) => boolean): (sentence: StorySentence) => boolean {
  const known = new Map<StorySentence, boolean>();
  return (sentence) => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const answer = test(sentence);
    known.set(sentence, answer);
    return answer;
  };
}
