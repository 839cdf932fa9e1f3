import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Vocabulary } from '../../../../src/story/join/terms/vocabulary.ts';

it('orders terms by their texts, those that begin alike too', () => {
  const text = fc.string({
    minLength: 1,
    maxLength: 5,
    unit: fc.constantFrom('a', 'b', 'é', '水', '😀'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(text), (texts) => {
      const vocabulary = new Vocabulary();
      const numbers = texts.map((term) => vocabulary.numberOf(term));
      const ordered = numbers.toSorted((a, b) => vocabulary.compareTexts(a, b));
      expect(ordered.map((number) => vocabulary.textOf(number))).toEqual(texts.toSorted());
    }),
  );
});
