import * as fc from 'fast-check';
import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import { stemWord } from '../../src/text/stems.ts';

describe('stemWord', () => {
  it.each([
    ['en', 'missiles', 'missil'],
    ['fr', 'élections', 'élect'],
    ['ru', 'выборами', 'выбор'],
    ['id', 'pemerintahan', 'perintah'],
    ['id', 'pemilihan', 'pilih'],
    ['nn', 'regjeringa', 'regjering'],
    ['ar', 'انتخابات', 'انتخابات'],
    ['fa', 'انتخابات', 'انتخابات'],
    ['en', 'f16s', 'f16s'],
    ['en', 'constructor', 'constructor'],
    ['constructor', 'missiles', 'missiles'],
  ])('in %s stems %s to %s every time', (lang, word, stem) => {
    expect(stemWord(word, lang)).toBe(stem);
    expect(stemWord(word, lang)).toBe(stem);
  });

  it('returns the same stem after the cache has overflowed', () => {
    const before = stemWord('invitations', 'en');
    for (let i = 0; i < 25_000; i++) {
      stemWord(
        `w${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`,
        'en',
      );
    }
    expect(stemWord('invitations', 'en')).toBe(before);
  });

  it('agrees with Porter for English words with any ending', () => {
    const stem = fc.stringMatching(/^[a-z]{2,6}$/);
    const endings =
      ' a ate ation ator alism bli ed ement ful iciti ic ing ism ization izer ll ness ou ous sion sses s tional y';
    const ending = fc.constantFrom(...endings.split(' '));
    fc.assert(
      fc.property(stem, ending, (beginning, end) => {
        const word = `${beginning}${end}`;
        expect(stemWord(word, 'en')).toBe(stemmer(word));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves very long words unchanged', () => {
    expect(stemWord('a'.repeat(100_000), 'en')).toHaveLength(100_000);
  });
});
