import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuotation } from '../../../../src/story/facts/quotations/answer-quotation.ts';
import { attributeQuotations } from '../../../../src/story/facts/quotations/attribute-quotations.ts';
import { buildReading } from '../../../../src/summary/reading/build-reading.ts';
import { splitSentences } from '../../../../src/text/sentences.ts';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'ja', 'xx', '__proto__'];

const MARKS = `" “ ” „ « » ' ’ \`\` '' 「 」 ( ) —`.split(' ');
const WORDS =
  `said says Ann Lee Lee’s 's the of and who was called by as saying he it quoted with according to mayor J.
  5 dit-elle l’ so قال 说 😀 é`.split(/\s+/);
const pieces = fc.constantFrom(...MARKS, ...WORDS, ' ', '\n', '. ', ', ', ': ', ' - ', '\uD800');
const texts = fc
  .array(
    fc.oneof(
      pieces,
      pieces.map((piece) => ` ${piece} `),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('attributeQuotations, for any text,', () => {
  it('gives quotations and speakers word for word, in order, and the speaker outside of his words', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, lang) => {
        const reading = buildReading({ title: '', text, lang });
        for (const source of [reading, { lang, sentences: splitSentences(text, lang) }]) {
          let free = 0;
          for (const { start, end, kind, speaker } of attributeQuotations(text, source)) {
            expect(start).toBeGreaterThanOrEqual(free);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
            free = end;
            if (!speaker) continue;
            expect(kind).toBe('speech');
            const name = text.slice(speaker.start, speaker.end);
            expect(name).toBe(name.trim());
            expect(name).toMatch(/[\p{L}\p{N}]/u);
            expect(speaker.end <= start || speaker.start >= end).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('answers a line in its words', () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.nat(), fc.nat(), (before, text, after, a, b) => {
        fc.pre(text.length > 1);
        const from = a % (text.length - 1);
        const to = from + 1 + (b % (text.length - from - 1));
        const { speaker } = answerQuotation({ before, text, after, quote_span: [from, to] });
        expect(before + text + after).toContain(speaker ?? '');
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    '"a" ',
    '"a" said Ann Lee, ',
    'he "x" he said ',
    'and said "x" ',
    'Ann Lee, ',
    'said Ann de la Bank of ',
    'quoted as saying "x" ',
    '( ',
    ' - ',
    "'a' ",
    '"a\n',
  ])('takes a sentence of a hundred thousand %j', (piece) => {
    const text = `"a b" ${piece.repeat(100_000 / piece.length)} "a b"`;
    const sentences = [{ start: 0, end: text.length }];
    expect(attributeQuotations(text, { lang: 'en', sentences }).length).toBeGreaterThan(0);
  });
});
