import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConfirming } from '../../../src/story/facts/corroboration/find-confirming.ts';
import { readClaim } from '../../../src/story/facts/corroboration/read-claim.ts';
import { hostileText } from '../../support/hostile-text.ts';

const CLAIM = 'The dike at Marrow broke at dawn and water flooded eleven streets of the old town.';

function confirm(claim: string, ...sentences: string[]) {
  const others = sentences.map((text) => ({
    claim: readClaim(text, 'en'),
    start: 0,
    end: text.length,
    text,
  }));
  const found = findConfirming(readClaim(claim, 'en'), others);
  return found.kind === 'says-the-same' ? found.sentence.text : found.kind;
}

describe('what another article says of a sentence', () => {
  it.each([
    ['a copy', CLAIM],
    [
      'a copy with a few other words',
      CLAIM.replace('of the old town', 'of the old quarter, officials said'),
    ],
    [
      'other words for it',
      'At dawn the dike broke at Marrow, and eleven streets of the old town were flooded.',
    ],
  ])('is the same: %s', (_, sentence) => {
    expect(confirm(CLAIM, 'Schools stayed closed.', sentence)).toBe(sentence);
  });

  it('is the same whichever of the usual words it uses', () => {
    const sentence = 'Twelve people died in the earthquake on Ossel, police said.';
    expect(confirm('Twelve people were killed in the quake on Ossel, police said.', sentence)).toBe(
      sentence,
    );
  });

  it.each([
    ['nothing', 'The minister opened a school for sailors in Velland.', 'nothing'],
    ['unclear', 'The dike at Marrow was built two centuries ago.', 'unclear'],
    ['unclear', CLAIM.replace('broke', 'did not break'), 'unclear'],
  ])('is %s: %s', (_, sentence, expected) => {
    expect(confirm(CLAIM, sentence)).toBe(expected);
  });

  it.each([
    ['5,000', 'unclear'],
    ['4,000', 'nothing'],
  ])('is unclear if it has the same count: %s', (count, expected) => {
    const claim = 'Authorities in the east put the dead at more than 5,000.';
    const sentence = `How many drowned is disputed; officials spoke of ${count} bodies.`;
    expect(confirm(claim, sentence)).toBe(expected);
  });

  it('is nothing if both only name a year', () => {
    const sentence = 'The minister opened a school for sailors in 2019.';
    expect(confirm('A dike broke in 2019 and water flooded the old town.', sentence)).toBe(
      'nothing',
    );
  });

  it('is nothing if it has no sentences', () => {
    expect(confirm(CLAIM)).toBe('nothing');
  });

  it('is itself for every sentence of two words or more', () => {
    fc.assert(
      fc.property(hostileText({ maxLength: 200 }), (text) => {
        fc.pre(readClaim(text, 'en').pairs.size > 0);
        expect(confirm(text, text)).toBe(text);
      }),
    );
  });
});
