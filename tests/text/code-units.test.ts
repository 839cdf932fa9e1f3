import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeUnitsOf, textOfUnits } from '../../src/text/code-units.ts';

it('converts any text to code units and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const units = codeUnitsOf(text);
      expect([...units]).toEqual(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
      expect(textOfUnits(units)).toBe(text);
    }),
  );
});
