import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeToken, splitTokens, WORD } from '../../src/text/tokens.ts';
import { hostileText } from '../support/hostile-text.ts';

const words = (text: string): string[] => splitTokens(text).map((token) => token.text);

describe('splitTokens', () => {
  it.each([
    [
      "Kim's 1,200.50-dollar deal, e.g. in the U.S. today",
      ["Kim's", '1,200.50', 'dollar', 'deal', 'e.g.', 'in', 'the', 'U.S.', 'today'],
    ],
    ['Moscow-Pyongyang axis', ['Moscow', 'Pyongyang', 'axis']],
    ['L’élection d’Orbán', ['L’élection', 'd’Orbán']],
    ['انتخابات ١٢ مارس', ['انتخابات', '١٢', 'مارس']],
    ['हिन्दी समाचार', ['हिन्दी', 'समाचार']],
    ['', []],
    ['… — !', []],
  ])('finds the words of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('finds words in text without spaces', () => {
    expect(words('首相は会談した')).toContain('首相');
    expect(words('首相は会談した').join('')).toBe('首相は会談した');
  });

  it('takes its shortcut for plain words only if the pattern agrees', () => {
    const piece = fc.constantFrom(
      ..."aZ9.,'’·- \u00AD—éж".split(''),
      'U.S.',
      '3.5',
      "Kim's",
      'e.g.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(words(text)).toEqual(text.match(WORD) ?? []);
      }),
      { numRuns: 2000 },
    );
  });

  it('returns exact offsets in any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText({ maxLength: 500 }), fc.string({ unit: 'binary' })),
        (text) => {
          let last = 0;
          for (const token of splitTokens(text)) {
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(token.start).toBeGreaterThanOrEqual(last);
            last = token.end;
          }
        },
      ),
    );
  });
});

describe('normalizeToken', () => {
  it.each([
    ['Kim’s', 'kim'],
    ['U.S.', 'us'],
    ['L’élection', 'élection'],
    ["didn't", "didn't"],
    ['co\u00ADoperate', 'cooperate'],
    ['e\u0301lan', 'élan'],
  ])('turns %j into %j', (token, expected) => {
    expect(normalizeToken(token)).toBe(expected);
  });
});
