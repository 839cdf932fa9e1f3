import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/article/clean-text.ts';
import { parseAll } from './parse-all.ts';

const word = fc.constantFrom(
  ...'the river council said on Monday Port Alder ships bread engineers would not open again City Hall "no" (left) 2024 14 U.S. café’s'.split(
    ' ',
  ),
);
const sentence = fc
  .array(word, { minLength: 4, maxLength: 30 })
  .map((words) => `The ${words.join(' ')}.`);
const headline = fc
  .array(word, { minLength: 2, maxLength: 10 })
  .map((words) => `Mayor ${words.join(' ')}`);
const caption = fc
  .tuple(sentence, fc.constantFrom('AFP', 'AP Photo/A. Renn, Pool', 'KCNA via YNA'))
  .map(([text, credit]) => `${text} (${credit})`);
const label = fc.constantFrom(
  'TT',
  'Short Url',
  'https://wire.example/a1',
  'Updated 02 December 2021',
  'World',
  'CAIRO:',
  'AFP',
  'By Ines Calder',
  'Share on Facebook',
  '* * *',
  '---',
  'Title: A header in the middle',
  'Source: Somebody',
  '- Ministry to answer -',
  "'Friendship'",
  'What next?',
  '{"title": "x"}',
  '\u00A0',
  '\u00AD',
);
const blank = fc.constantFrom('', '', '', ' ', '\t', '\u00A0');
const chaos = fc.array(fc.oneof(sentence, headline, caption, label, blank, fc.string()), {
  maxLength: 60,
});
const shaped = fc
  .tuple(headline, caption, fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat(7))
  .map(([title, text, body, bits]) => {
    const captions = (bits & 1) === 0 ? [text, text] : [];
    const copy = (bits & 4) === 0 ? [title, '', ...captions, ''] : [];
    const mark = (bits & 2) === 0 ? ['TT', ''] : [];
    const paragraphs = body.flatMap((paragraph) => [paragraph, '']);
    return [title, '', ...captions, ...mark, ...copy, ...paragraphs, '', ''];
  });
const file = fc
  .array(fc.oneof({ weight: 3, arbitrary: shaped }, { weight: 1, arbitrary: chaos }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.flat().map((line) => line.replaceAll(/[\n\r\v\f\u0085\u2028\u2029]/g, ' ')))
  // These are read as JSON, a web page or a feed, and have their own tests.
  .filter((lines) => !/^[\s\uFEFF]*[[{<]/.test(lines.join('\n')));

describe('every line of a text', () => {
  it('is either in an article or in the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (lines) => {
        const items = await parseAll(lines.join('\n'));
        const told = items.flatMap((item) => {
          if (item.kind === 'article') return item.uses.map(({ line }) => line);
          return item.kind === 'dropped' ? [item.line] : [];
        });
        const printed = lines.flatMap((line, index) => (cleanText(line) === '' ? [] : [index + 1]));
        expect(told.toSorted((a, b) => a - b)).toEqual(printed);
      }),
      { numRuns: 400 },
    );
  });

  it('of the body is in the text, in order, separated only by white space', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (lines) => {
        for (const item of await parseAll(lines.join('\n'))) {
          if (item.kind !== 'article') continue;
          const body = item.uses.filter(({ role }) => role === 'body').map(({ text }) => text);
          expect(squeeze(item.article.text)).toBe(squeeze(body.join('')));
          expect(item.article.text).not.toMatch(/^\s|\s$|\n{3}|[ \t]\n|\u00A0/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has the same result however the file is split into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 500 }), async (lines, chunkChars) => {
        const text = lines.join('\r\n');
        expect(await parseAll(text, {}, chunkChars)).toEqual(await parseAll(text));
      }),
      { numRuns: 60 },
    );
  });
});

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
