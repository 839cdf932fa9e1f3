import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitTokens, WORD } from '../../src/text/tokens.ts';

it('finds the same words in plain text as the full pattern', () => {
  const part = fc.constantFrom(
    ..."a B dam Kim 5 1,200 U.S. . , ' ’ ‘ “ ” – … · é \u0301 \u00AD \u200C \u2027 \uD835\uDC00 - _ ½ д".split(
      ' ',
    ),
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(splitTokens(text).map((token) => token.text)).toEqual(text.match(WORD) ?? []);
    }),
    { numRuns: 3000 },
  );
});
