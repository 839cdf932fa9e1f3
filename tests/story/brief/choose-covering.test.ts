import { describe, expect, it } from 'vitest';
import type { BriefCandidate, BriefCandidates } from '../../../src/story/brief/brief-candidates.ts';
import { chooseCovering } from '../../../src/story/brief/choose-covering.ts';
import { measureWorth } from '../../../src/story/brief/pair-worth.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const READING = buildReading({
  title: '',
  text: 'Divers found a tear in the hull. Shops at the harbour sell postcards. Police closed the northern road.',
  lang: 'en',
});

/** Three sentences of as many words, each with two word pairs and two words of its own. */
const CANDIDATES = READING.sentences.map((sentence, i): BriefCandidate => ({
  article: { id: 'a', title: '', reading: READING },
  sentence,
  words: 6,
  isOpening: false,
  answer: 0,
  pairs: [2 * i, 2 * i + 1],
  says: Int32Array.of(2 * i + 1, 2 * i + 2),
}));

function choose(voices: readonly number[], chances: readonly number[]): number[] {
  const found: BriefCandidates = {
    candidates: CANDIDATES,
    told: [],
    voices,
    chances,
    termVoices: Array.from({ length: 7 }, () => 1),
    isUnderstood: () => true,
  };
  return chooseCovering(found, { words: 100, sentences: 3 }, measureWorth(found)).map(
    ({ candidate }) => CANDIDATES.indexOf(candidate),
  );
}

describe('choosing sentences for what they cover', () => {
  it('takes first what most voices have', () => {
    expect(choose([1, 1, 1, 1, 2, 2], [1, 1, 1, 1, 1, 1])).toEqual([2, 0, 1]);
  });

  it('takes first what an editor would keep, if as many voices have it', () => {
    expect(choose([1, 1, 1, 1, 1, 1], [0.1, 0.1, 0.4, 0.4, 0.2, 0.2])).toEqual([1, 2, 0]);
  });

  it('counts another voice for more than twice the chance', () => {
    expect(choose([1, 1, 1, 1, 2, 2], [0.1, 0.1, 0.4, 0.4, 0.1, 0.1])).toEqual([2, 1, 0]);
  });
});
