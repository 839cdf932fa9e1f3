import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTexts, encodeTexts } from '../../../src/index/saved/text-column.ts';
import { runAtOnce } from '../../../src/slices.ts';

describe('a column of texts', () => {
  it('gives back every text, half surrogate pairs and absent ones included', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(runAtOnce(decodeTexts(runAtOnce(encodeTexts(texts))))).toEqual(texts);
      }),
    );
  });

  it('takes one byte for each character of Latin-1', () => {
    const bytesOf = (texts: string[]) => runAtOnce(encodeTexts(texts)).length;
    expect(bytesOf(['Élysée']) - bytesOf([''])).toBe(6);
    expect(bytesOf(['Ελλάδα']) - bytesOf([''])).toBe(12);
  });

  it('refuses bytes of another length', () => {
    const bytes = runAtOnce(encodeTexts(['one', 'two']));
    expect(() => runAtOnce(decodeTexts(bytes.slice(0, -1)))).toThrow(RangeError);
    expect(() => runAtOnce(decodeTexts(bytes.slice(0, 2)))).toThrow(RangeError);
  });
});
