import { BRIEF_LIMITS, BRIEF_WEIGHTS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';
import { measureFactor } from './pair-worth.ts';
import { repeatsChosen } from './repeats-chosen.ts';
import { hasFiguresOf } from './says-again.ts';

/** How much may still be chosen. */
export interface Room {
  readonly words: number;
  readonly sentences: number;
}

/** A sentence that was chosen, and what for. */
export interface CoveringChoice {
  readonly candidate: BriefCandidate;
  /** The numbers of its word pairs that no sentence before has. */
  readonly covers: ReadonlySet<number>;
}

/**
 * Chooses sentences one by one, each for the word pairs that no sentence before has, by the word
 * (greedy concept coverage: Gillick and Favre 2009), if it repeats none of them and what it needs has
 * been said. Of equal ones, the first is taken. In the order of choice. `worth` is by number of a word pair.
 */
export function chooseCovering(
  found: BriefCandidates,
  { words, sentences }: Room,
  worth: Float64Array,
): CoveringChoice[] {
  const { candidates, told, termVoices, isUnderstood } = found;
  const left = { words, sentences };
  const unsaid = worth.slice();
  const said = new Set(told.flatMap(({ says }) => [...says]));
  const chosen: BriefCandidate[] = [];
  const choices: CoveringChoice[] = [];
  while (left.sentences > 0) {
    const isEarly = chosen.length < BRIEF_LIMITS.firstSentences;
    // What a channel was told days ago may be said again in part: "the collision at Haneda". The opening of a new report
    // has what is new of the event, in words of which most were told: who won this time, what was found now.
    const repeats = (candidate: BriefCandidate): boolean =>
      repeatsChosen(candidate, chosen, termVoices, isEarly) ||
      (!candidate.isOpening &&
        repeatsChosen(
          candidate,
          told.filter(({ text }) => hasFiguresOf(candidate.sentence.text, text)),
          termVoices,
          false,
        ));
    let [best, most]: [BriefCandidate | undefined, number] = [undefined, 0];
    for (const candidate of candidates) {
      if (candidate.words > left.words) continue;
      if (chosen.length === 0 && candidate.article.role === 'background') continue;
      const gain = measureGain(candidate, unsaid);
      if (gain <= most || repeats(candidate)) continue;
      if (isUnderstood(candidate, said)) [best, most] = [candidate, gain];
    }
    if (!best) break;
    chosen.push(best);
    const covers = new Set(best.pairs.filter((pair) => unsaid[pair]! > 0));
    choices.push({ candidate: best, covers });
    left.words -= best.words;
    left.sentences -= 1;
    for (const pair of best.pairs) unsaid[pair] = 0;
    for (const word of best.says) said.add(word);
  }
  return choices;
}

function measureGain(candidate: BriefCandidate, worth: Float64Array): number {
  let sum = 0;
  for (const pair of candidate.pairs) sum += worth[pair]!;
  return (sum * measureFactor(candidate)) / candidate.words ** BRIEF_WEIGHTS.length;
}
