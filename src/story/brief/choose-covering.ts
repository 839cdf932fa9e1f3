import { BRIEF_LIMITS, BRIEF_WEIGHTS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';
import { repeatsChosen } from './repeats-chosen.ts';
import { hasFiguresOf } from './says-again.ts';

/** How much may still be chosen. */
interface Room {
  words: number;
  sentences: number;
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
 * been said. Of equal ones, the first is taken. In the order of choice.
 */
export function chooseCovering(
  { candidates, told, voices, chances, termVoices, isUnderstood }: BriefCandidates,
  { words, sentences }: Readonly<Room>,
): CoveringChoice[] {
  const { frequency, chance } = BRIEF_WEIGHTS;
  const worth = Float64Array.from(
    voices,
    (count, pair) => count ** frequency * chances[pair]! ** chance,
  );
  const room = { words, sentences };
  const said = new Set<number>();
  const chosen: BriefCandidate[] = [];
  const choices: CoveringChoice[] = [];
  const say = ({ pairs, says }: Pick<BriefCandidate, 'pairs' | 'says'>): void => {
    for (const pair of pairs) worth[pair] = 0;
    for (const word of says) said.add(word);
  };
  told.forEach(say);
  while (room.sentences > 0) {
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
      if (candidate.words > room.words) continue;
      if (chosen.length === 0 && candidate.article.role === 'background') continue;
      const gain = measureGain(candidate, worth);
      if (gain <= most || repeats(candidate)) continue;
      if (isUnderstood(candidate, said)) [best, most] = [candidate, gain];
    }
    if (!best) break;
    chosen.push(best);
    const covers = new Set(best.pairs.filter((pair) => worth[pair]! > 0));
    choices.push({ candidate: best, covers });
    room.words -= best.words;
    room.sentences -= 1;
    say(best);
  }
  return choices;
}

function measureGain(
  { article, pairs, words, isOpening, answer }: BriefCandidate,
  worth: Float64Array,
): number {
  let sum = 0;
  for (const pair of pairs) sum += worth[pair]!;
  const { opening, length } = BRIEF_WEIGHTS;
  const opens = isOpening && article.role !== 'background';
  const factor = (opens ? 1 + opening : 1) * (1 + BRIEF_WEIGHTS.answer * answer);
  return (sum * factor) / words ** length;
}
