import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines } from '../../src/text/join-lines.ts';

describe('joining the lines of a sentence', () => {
  it.each([
    ['a sentence \n  cut off', 'a sentence cut off'],
    ['a sentence\r\ncut off', 'a sentence cut off'],
    ['two  spaces\tand a tab stay', 'two  spaces\tand a tab stay'],
  ])('%j becomes %j', (sentence, joined) => {
    expect(joinLines(sentence)).toBe(joined);
  });

  it('changes only white space in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(joinLines(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        expect(joinLines(text)).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
