import type { BriefCandidate } from './brief-candidates.ts';
import { chooseBrief, toSentence } from './brief-story.ts';
import type { BriefArticle, BriefOptions, BriefSentence } from './brief.ts';
import type { CoveringChoice } from './choose-covering.ts';
import { numberPair } from './story-pairs.ts';

/** Words of a sentence that are the reason for its choice, as printed. */
interface CoveredWords {
  readonly words: string;
  /** How many voices have them. */
  readonly voices: number;
}

/** A sentence of a brief, and why it was chosen. */
export interface ExplainedSentence extends BriefSentence {
  /** It opens its article, where reporters put the event. */
  readonly isOpening: boolean;
  /** It answers what the reader wants to know. */
  readonly isAnswer: boolean;
  /** What several voices have and no sentence that was chosen before it: those of most voices first. */
  readonly covers: readonly CoveredWords[];
}

/** Tells a story as `briefStory` does, and says why each sentence was chosen. */
export function explainBrief(
  articles: readonly BriefArticle[],
  options: BriefOptions = {},
): ExplainedSentence[] {
  const { choices, ordered, voices } = chooseBrief(articles, options);
  const byCandidate = new Map(choices.map((choice) => [choice.candidate, choice]));
  return ordered.map((candidate) => ({
    ...toSentence(candidate),
    isOpening: candidate.isOpening && candidate.article.role !== 'background',
    isAnswer: candidate.answer > 0,
    covers: listCovered(byCandidate.get(candidate)!, voices),
  }));
}

/** Neighbouring pairs that as many voices have are one run of words. */
function listCovered(
  { candidate, covers }: CoveringChoice,
  voices: readonly number[],
): CoveredWords[] {
  const { says } = candidate;
  const runs: { first: number; last: number; voices: number }[] = [];
  for (let at = 1; at < says.length; at++) {
    const pair = numberPair(says[at - 1]!, says[at]!);
    const count = covers.has(pair) ? voices[pair]! : 0;
    if (count < 2) continue;
    const run = runs.at(-1);
    if (run?.last === at - 1 && run.voices === count) run.last = at;
    else runs.push({ first: at - 1, last: at, voices: count });
  }
  return runs
    .toSorted((a, b) => b.voices - a.voices || b.last - b.first - (a.last - a.first))
    .map(({ first, last, voices: count }) => ({
      words: printWords(candidate, first, last),
      voices: count,
    }));
}

function printWords({ article, sentence }: BriefCandidate, first: number, last: number): string {
  const { text } = article.reading.printed;
  return text.print(sentence.firstWord + first, sentence.firstWord + last);
}
