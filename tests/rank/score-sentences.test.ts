import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/rank/corpus.ts';
import {
  penalizeLength,
  quotedShare,
  scorePosition,
  scoreSentences,
} from '../../src/rank/score-sentences.ts';

describe('sentence features', () => {
  it('position falls with each sentence', () => {
    expect(scorePosition(0)).toBe(1);
    expect(scorePosition(2)).toBeLessThan(scorePosition(1));
    expect(scorePosition(500)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [0, 1],
    [9, 0],
    [30, 0],
    [45, 0],
    [90, 1],
    [5000, 1],
  ])('length: %i words are taken off %d', (words, penalty) => {
    expect(penalizeLength(words)).toBeCloseTo(penalty);
  });

  it.each([
    ['No speech here.', 0],
    ['"All of it."', 1],
    ['“Half” is', 6 / 9],
    ['«Tout»', 1],
    ['', 0],
  ])('quoted share of %j', (sentence, share) => {
    expect(quotedShare(sentence)).toBeCloseTo(share);
  });

  it('captions and openings that hang in the air are marked', () => {
    const text =
      'The dam above the city broke on Monday. Ruins: A man walks through mud in the city of Derna. ' +
      'The mayor (left) visits the harbour with his deputy. They said nothing about the dam.';
    const scored = scoreSentences({ title: '', text }, 'en', buildCorpus([]));
    expect(scored.map((sentence) => sentence.features['caption']! < 0)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(scored.map((sentence) => sentence.dependsOnPrevious)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
