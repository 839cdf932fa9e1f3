import * as fc from 'fast-check';
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';
import { expect, it } from 'vitest';
import { englishStem } from '../../../src/text/english/english-stem.ts';

it.each([
  ['ties', 'ti'],
  ['caresses', 'caress'],
  ['agreed', 'agre'],
  ['feed', 'feed'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['sky', 'sky'],
  ['happy', 'happi'],
  ['national', 'nation'],
  ['operational', 'oper'],
  ['hopefulness', 'hope'],
  ['electrical', 'electr'],
  ['replacement', 'replac'],
  ['adoption', 'adopt'],
  ['probate', 'probat'],
  ['rate', 'rate'],
  ['controll', 'control'],
  ['ing', 'ing'],
  ['ies', 'i'],
  ['kyaed', 'kya'],
  ["o'reilly's", "o'reilly'"],
])('stems %s to %s', (word, stem) => {
  expect(englishStem(word)).toBe(stem);
  expect(PorterStemmer.stem(word)).toBe(stem);
});

it('returns the stems of natural', () => {
  const beginning = fc.stringMatching(/^(?:[a-z]{1,6}|[aiybst'é]{1,6})$/u);
  const endings =
    'ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic ou sion tion e ed ing eed ies sses s y ll';
  const ending = fc.constantFrom('', ...endings.split(' '));
  fc.assert(
    fc.property(beginning, ending, ending, (begin, middle, end) => {
      const word = `${begin}${middle}${end}`;
      fc.pre(word.length > 2);
      expect(englishStem(word)).toBe(PorterStemmer.stem(word));
    }),
    { numRuns: 3000 },
  );
});
