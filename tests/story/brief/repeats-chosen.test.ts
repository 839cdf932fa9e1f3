import { describe, expect, it } from 'vitest';
import type { BriefCandidate } from '../../../src/story/brief/brief-candidates.ts';
import { repeatsChosen } from '../../../src/story/brief/repeats-chosen.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

/** By number of a term: what the tests count with has one voice a term. */
const VOICES = Array.from({ length: 100 }, () => 1);

/** A sentence that says these terms. */
function sentence(says: readonly number[], isOpening: boolean, lang = 'en'): BriefCandidate {
  const text = 'Divers found a tear in the hull.';
  const reading = buildReading({ title: '', text, lang });
  return {
    article: { id: 'a', title: '', reading },
    sentence: reading.sentences[0]!,
    words: 6,
    isOpening,
    answer: 0,
    pairs: [],
    says: Int32Array.from(says),
  };
}

/** Terms with these numbers: from the first one to the one before the last. */
function terms(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, i) => first + i);
}

describe('a sentence that says again what one before says', () => {
  const repeats = (shared: number, length: number, opens: [boolean, boolean], lang?: string) =>
    repeatsChosen(
      sentence([...terms(1, 1 + shared), ...terms(50, 50 + length - shared)], opens[0], lang),
      [sentence(terms(1, 30), opens[1], lang)],
      VOICES,
      true,
    );

  it('has half of its terms', () => {
    expect(repeats(6, 12, [false, false])).toBe(true);
    expect(repeats(5, 12, [false, false])).toBe(false);
  });

  it('is an English opening with five terms of another opening, however long it is', () => {
    expect(repeats(5, 30, [true, true])).toBe(true);
    expect(repeats(4, 9, [true, true])).toBe(false);
    expect(repeats(5, 30, [true, false])).toBe(false);
    expect(repeats(5, 30, [false, true])).toBe(false);
  });

  it('is an opening with a smaller share of the terms of another one, in another language with a stemmer', () => {
    expect(repeats(5, 30, [true, true], 'fr')).toBe(false);
    expect(repeats(5, 11, [true, true], 'fr')).toBe(true);
    expect(repeats(5, 11, [true, true], 'cs')).toBe(false);
  });

  it('is told apart less strictly after the first sentences', () => {
    const opening = sentence([...terms(1, 6), ...terms(50, 60)], true);
    expect(repeatsChosen(opening, [sentence(terms(1, 30), true)], VOICES, true)).toBe(true);
    expect(repeatsChosen(opening, [sentence(terms(1, 30), true)], VOICES, false)).toBe(false);
  });
});
