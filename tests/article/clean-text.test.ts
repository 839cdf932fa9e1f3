import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, comparisonKey, countWords } from '../../src/article/clean-text.ts';

describe('a clean text', () => {
  it.each([
    ['  two   words \n', 'two words'],
    ['har\u00ADbour\u200B', 'harbour'],
    ['SMITH &AMP; SONS', 'SMITH & SONS'],
    ['Tom &amp; Jerry&#8217;s', 'Tom & Jerry’s'],
    ['har&shy;bour', 'harbour'],
    ['R&D; AT&T', 'R&D; AT&T'],
  ])('of %j is %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });
});

describe('a text of any characters', () => {
  const SEEN =
    'aZ9 ,.-&;’“”«–—\u00A0\u00AD\u200B\u200E\u2028\u3000\uFEFF\u0000\t\n\u0085éß÷µﬁ´″İǅ東京ไท日𠮷𝒳😀\uD842\uDC00ابжя١';
  const text = fc
    .array(
      fc.oneof(
        fc.nat(SEEN.length - 1).map((at) => SEEN.charAt(at)),
        fc.constantFrom('&amp;', '  '),
        fc.string(),
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''));

  it('is cleaned as if it were never found clean at once', () => {
    fc.assert(
      fc.property(text, (raw) => {
        // A last space and reference make sure that it is looked at.
        expect(cleanText(raw)).toBe(cleanText(` ${raw} `));
        expect(cleanText(cleanText(raw).replaceAll('&', ''))).toBe(
          cleanText(raw).replaceAll('&', '').replace(/ +/gu, ' ').trim(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('has as many words as pieces with a letter or digit, or half as many letters of some scripts', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const spaced = raw.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
        const unspaced =
          raw.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
            ?.length ?? 0;
        expect(countWords(raw)).toBe(Math.max(spaced, Math.floor(unspaced / 2)));
      }),
      { numRuns: 500 },
    );
  });

  it('has one key, whatever is beside it', () => {
    fc.assert(
      fc.property(text, (raw) => {
        // With a letter that is normalized, none of the short cuts is taken.
        expect(comparisonKey(`${raw} Ⅷ`)).toBe(`${comparisonKey(raw)}viii`);
      }),
      { numRuns: 500 },
    );
  });
});
