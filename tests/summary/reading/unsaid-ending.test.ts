import { describe, expect, it } from 'vitest';
import { isUnsaidEnding } from '../../../src/summary/reading/unsaid-ending.ts';

describe('an ending that only the sentence before completes', () => {
  it.each([
    ['Ticket sales were not.', true],
    ['Few people would.', true],
    ["Their neighbours didn't.", true],
    ['Thousands of bridges are built that way.', true],
    ['Two other ministers did the same.', true],
    ['The mayor is too old for that.', true],
    ['The port is known for that at which others fail.', false],
    ['My technique for getting aboard was a dangerous one.', true],
    [
      'Mayor Lee has insisted that her offer to play for the team of the harbour is a serious one.',
      false,
    ],
    ['Of all bridges the old one.', false],
    ['The trains are running again.', false],
    ['He did not say who the visitors from the far north of the country were.', false],
    ['Sie tun es.', false, 'de'],
    ['', false],
  ])('%s – %s', (sentence, expected, lang = 'en') => {
    expect(isUnsaidEnding(sentence, lang)).toBe(expected);
  });
});
