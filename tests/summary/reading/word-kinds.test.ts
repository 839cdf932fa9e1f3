import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../../src/summary/reading/boilerplate-sentence.ts';
import { isCaption } from '../../../src/summary/reading/caption-sentence.ts';
import { scanWords } from '../../../src/summary/reading/scan-words.ts';
import { wordIdsOf } from '../../../src/summary/reading/word-ids.ts';
import { WORD_KINDS, kindsOf } from '../../../src/summary/reading/word-kinds.ts';

describe('kindsOf', () => {
  const { name, number, digit, boilerplate, caption, term } = WORD_KINDS;

  it.each([
    ['Fargo', true, name | term],
    ['The', false, 0],
    ['dam', true, term],
    ['2024', true, number | digit | term],
    ['F16', true, name | digit | term],
    ['AFP', true, name | boilerplate | term],
    ['newsletters', true, boilerplate | term],
    ['happen', true, term],
    ['PICTURED', true, name | caption | term],
    ['Above', false, caption],
  ])('finds the kinds of "%s" (a term: %s)', (token, isTerm, kinds) => {
    expect(kindsOf(token, isTerm)).toBe(kinds);
  });
});

describe('the kinds of a sentence’s words', () => {
  // Parts of boilerplate and captions, and characters that might hide them.
  const PARTS = `The dam broke/ / / /. /./, /: /(/)/»/|/1 2 3 4/7/via AP/(AFP)/getty images/file photo/epa-efe/EPA-EFE/é/_
/contributed to this report/write caption here/scroll down/sign up for newsletters/download our app/all rights reserved
/pictured/PicTured/above/東京/'/\u0301`;
  const part = fc.constantFrom('Reuters/', ...PARTS.split('/'));
  const sentence = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  const kindsOfWords = (text: string): { kinds: number; count: number } => {
    const words = scanWords(text, wordIdsOf('en'));
    return { kinds: words.kinds.reduce((all, kinds) => all | kinds, 0), count: words.ids.length };
  };

  it('do not change whether a sentence is boilerplate or a caption', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { kinds, count } = kindsOfWords(text);
        expect(isBoilerplate(text, count, kinds)).toBe(isBoilerplate(text, count));
        expect(isCaption(text, kinds)).toBe(isCaption(text));
      }),
      { numRuns: 2000 },
    );
  });
});
