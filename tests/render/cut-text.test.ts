import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeText } from '../../src/render/sanitize-text.ts';
import { cutText } from '../../src/render/cut-text.ts';
import { escapeMarkdown } from '../../src/render/escape-markdown.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('cutText', () => {
  it.each([
    ['nothing from a text that fits', 'It is short.', 20, 'It is short.'],
    ['after a sentence', 'The dam broke. The town fled at night.', 24, 'The dam broke. …'],
    [
      'after a word if the last sentence ends too early',
      'No. The town fled at night.',
      20,
      'No. The town fled…',
    ],
    ['between graphemes if a word is too long', 'abcdefghijklmnopqrstuvwxyz', 10, 'abcdefghi…'],
    ['never inside a joined emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15, '👩‍👩‍👧‍👦…'],
    ['to nothing if nothing is allowed', 'abc', 0, ''],
  ])('cuts %s', (_, text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });

  it('cuts between code points if one grapheme exceeds the limit', () => {
    const cut = cutText(`z${'\u0300'.repeat(500)}`, 20);
    expect(cut).toBe(`z${'\u0300'.repeat(18)}…`);
  });

  it('measures the text as it appears in the message', () => {
    const sizeOf = (text: string) => escapeMarkdown(text).length;
    expect(cutText('*'.repeat(50), 21, sizeOf)).toBe(`${'*'.repeat(10)}…`);
  });

  it('keeps a beginning within the limit, and marks a cut', () => {
    const sizeOf = (text: string) => escapeMarkdown(text).length;
    fc.assert(
      fc.property(
        hostileText().map(sanitizeText),
        fc.integer({ min: 1, max: 500 }),
        (text, max) => {
          const cut = cutText(text, max, sizeOf);
          expect(sizeOf(cut)).toBeLessThanOrEqual(max);
          fc.pre(cut !== text);
          expect(cut).toMatch(/…$/u);
          expect(text.startsWith(cut.slice(0, -1).trimEnd())).toBe(true);
          expect(cut).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });
});
