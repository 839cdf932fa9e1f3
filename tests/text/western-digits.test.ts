import { describe, expect, it } from 'vitest';
import { westernDigits } from '../../src/text/western-digits.ts';

describe('westernDigits', () => {
  it.each([
    ['٣ ٠ ٩', '3 0 9'],
    ['۲۰۲۶', '2026'],
    ['१३ मार्च', '13 मार्च'],
    ['２０:３０', '20:30'],
    ['0123456789', '0123456789'],
    ['three ½ Ⅳ 三', 'three ½ Ⅳ 三'],
    ['', ''],
  ])('%s is %s', (text, western) => {
    expect(westernDigits(text)).toBe(western);
  });

  it('changes no offset', () => {
    const text = 'a 𝟗 𞥙 ٣ b';
    expect(westernDigits(text)).toHaveLength(text.length);
  });
});
