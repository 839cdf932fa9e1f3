import { describe, expect, it } from 'vitest';
import type { BriefCandidate, BriefCandidates } from '../../../src/story/brief/brief-candidates.ts';
import { BRIEF_LIMITS } from '../../../src/story/brief/brief.ts';
import { chooseBest } from '../../../src/story/brief/choose-best.ts';
import { chooseCovering } from '../../../src/story/brief/choose-covering.ts';
import { measureWorth } from '../../../src/story/brief/pair-worth.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

/** A sentence of so many words that says so many word pairs. */
interface Saying {
  readonly words: number;
  readonly pairs: number;
  readonly answer?: number;
}

/** Sentences that have nothing in common. */
function findCandidates(sayings: readonly Saying[], lang = 'en'): BriefCandidates {
  const text = 'Divers found a tear in the hull.';
  const reading = buildReading({ title: '', text, lang });
  let [pair, term] = [0, 1];
  const candidates = sayings.map(({ words, pairs, answer = 0 }): BriefCandidate => ({
    article: { id: 'a', title: '', reading },
    sentence: { ...reading.sentences[0]! },
    words,
    isOpening: false,
    answer,
    pairs: Array.from({ length: pairs }, () => pair++),
    says: Int32Array.of(term++),
  }));
  return {
    candidates,
    told: [],
    voices: Array.from({ length: pair }, () => 1),
    chances: Array.from({ length: pair }, () => 1),
    termVoices: Array.from({ length: term }, () => 1),
    isUnderstood: () => true,
  };
}

const EVENT = { words: 10, pairs: 50 };
/** By the word more than the two that there would be room for without it. */
const DENSE = { words: 11, pairs: 30 };
const PAIR = [
  { words: 10, pairs: 20 },
  { words: 10, pairs: 20 },
];

describe('choosing the set of sentences that is worth most', () => {
  const choose = (found: BriefCandidates, words: number) =>
    chooseBest(found, { words, sentences: Infinity }).map(({ candidate }) =>
      found.candidates.indexOf(candidate),
    );

  it('gives up a sentence for two that are worth more together', () => {
    const found = findCandidates([EVENT, DENSE, ...PAIR]);
    const plain = chooseCovering(found, { words: 30, sentences: Infinity }, measureWorth(found));
    expect(plain.map(({ candidate }) => found.candidates.indexOf(candidate))).toEqual([0, 1]);
    expect(choose(found, 30)).toEqual([0, 2, 3]);
    expect(choose(found, 31)).toEqual([0, 1, 2]);
  });

  it('keeps the event, which comes first', () => {
    expect(choose(findCandidates([DENSE, ...PAIR]), 20)).toEqual([0]);
  });

  it('keeps what answers the reader', () => {
    const asked = { ...DENSE, pairs: 1, answer: 0.5 };
    expect(choose(findCandidates([{ ...EVENT, answer: 1 }, asked, ...PAIR]), 30)).toEqual([0, 1]);
  });

  it('leaves long briefs and other languages as they are', () => {
    expect(choose(findCandidates([EVENT, DENSE, ...PAIR], 'fr'), 30)).toEqual([0, 1]);
    const many = Array.from({ length: BRIEF_LIMITS.triedSentences }, () => EVENT);
    const told = [...many.keys(), many.length];
    expect(choose(findCandidates([...many, DENSE, ...PAIR]), 20 + 10 * many.length)).toEqual(told);
  });
});
