import { describe, expect, it } from 'vitest';
import { isCaption } from '../../../src/summary/reading/caption-sentence.ts';

describe('a caption', () => {
  it.each([
    ['Ruins: A man walks through mud in the city of Derna.', true],
    ['The mayor (left) visits the harbour with his deputy.', true],
    ['The mayor pictured with his deputy.', true],
    ['The dam above the city broke on Monday.', false],
    ['Mayor Lee (pictured) resigned on Monday after a vote of the council.', false],
    ['The mayor said: There was no warning at all.', false],
    ['The result: a city without water.', false],
    ['The mayor said: "We had no warning at all of what was to come."', false],
  ])('%s %s', (sentence, caption) => {
    expect(isCaption(sentence)).toBe(caption);
  });
});
