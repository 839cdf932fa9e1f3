import { describe, expect, it } from 'vitest';
import { findSimilar } from '../../src/text/find-similar.ts';

const CANDIDATES = [
  ['post', ['harbour post', 'the harbour']],
  ['times', ['example times']],
  ['wire', ['wire']],
  ['ap', ['ap']],
] as const;

describe('findSimilar', () => {
  it.each([
    ['harbor post', 'post'],
    ['the habrour', 'post'],
    ['exmaple times', 'times'],
    ['exam', 'times'],
    ['wirr', 'wire'],
    ['nobody', undefined],
    ['ap2', undefined],
    ['wi', undefined],
    ['', undefined],
    ['x'.repeat(61), undefined],
  ])('suggests for %s the candidate %s', (typed, meant) => {
    expect(findSimilar(typed, CANDIDATES)).toBe(meant);
  });

  it('prefers a name that begins with what was typed to one that is an edit away', () => {
    expect(
      findSimilar('spai', [
        ['Spam', ['spam']],
        ['Spain', ['spain']],
      ] as const),
    ).toBe('Spain');
  });

  it('takes the first of two that are equally close', () => {
    expect(
      findSimilar('tines', [
        ['A', ['times']],
        ['B', ['tides']],
      ] as const),
    ).toBe('A');
  });
});
