import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticles } from '../parse-all.ts';

const NOUNS = 'Harbour Council River Ministry Bridge Ferry Court Senate Museum Railway'.split(' ');
const VERBS = 'Opens Rejects Delays Welcomes Repairs Sells Loses Finds'.split(' ');
const ENDS = [
  'After Long Winter Storm',
  'Over Disputed Border Map',
  'as Prices Rise Again',
  'Before Spring Vote',
];
const SUBHEADS = [
  "'No way back'",
  '- A second plan -',
  'What happens next?',
  'Numbers',
  'Help from abroad',
];
const CREDITS = [
  'AFP',
  'Reuters',
  'AP Photo/A. Renn, Pool',
  'KCNA via YNA/dpa',
  'Meridian Wire/Staff',
];

/** One article in the scraped shape: its content, and how this site happened to print it. */
interface Print {
  readonly title: string;
  readonly captions: readonly { readonly text: string; readonly credit: string }[];
  readonly body: readonly string[];
  readonly subhead?: string;
  readonly hasLabel: boolean;
  readonly hasCopy: boolean;
  readonly twice: boolean;
  readonly wrapAt: number;
  readonly innerGap: number;
  readonly gapAfter: number;
}

const print = fc
  .record({
    noun: fc.constantFrom(...NOUNS),
    verb: fc.constantFrom(...VERBS),
    end: fc.constantFrom(...ENDS),
    captionCount: fc.nat(2),
    credit: fc.constantFrom(...CREDITS),
    paragraphs: fc.integer({ min: 2, max: 7 }),
    subhead: fc.option(fc.constantFrom(...SUBHEADS), { nil: undefined }),
    hasLabel: fc.boolean(),
    hasCopy: fc.boolean(),
    twice: fc.boolean(),
    wrapAt: fc.integer({ min: 40, max: 90 }),
    innerGap: fc.integer({ min: 1, max: 4 }),
    gapAfter: fc.integer({ min: 2, max: 5 }),
  })
  // Without a copy of the headline, a label or a doubled caption nothing shows where an article
  // starts.
  .filter(
    ({ hasLabel, hasCopy, twice, captionCount }) =>
      hasLabel || hasCopy || (twice && captionCount > 0),
  );

const prints = fc.array(print, { minLength: 1, maxLength: 5 }).map((list) =>
  list.map(({ noun, verb, end, captionCount, credit, paragraphs, subhead, ...rest }, at): Print => {
    const title = `${noun} ${verb} ${NOUNS[at]} ${end}`;
    const captions = Array.from({ length: captionCount }, (_, index) => ({
      text: `Workers stand beside the ${noun.toLowerCase()} number ${at}${index} in the rain, seen from the hill above the old market.`,
      credit,
    }));
    const body = Array.from(
      { length: paragraphs },
      (_, index) =>
        `Paragraph ${at}.${index} tells how the ${noun.toLowerCase()} came to this point, and who said so when he was asked about it. Nobody disagreed.`,
    );
    return { title, captions, body, ...(subhead !== undefined && { subhead }), ...rest };
  }),
);

describe('a file of several articles in the scraped shape', () => {
  it('yields each of them complete, whatever its site left out or printed twice', async () => {
    await fc.assert(
      fc.asyncProperty(prints, async (list) => {
        const found = await parseArticles(list.map(printArticle).join(''));
        expect(found.map(({ title }) => title)).toEqual(list.map(({ title }) => title));
        found.forEach((article, at) => {
          const given = list[at];
          expect(article.text.split('\n\n')).toEqual(given?.body);
          expect(article.captions).toEqual(given?.captions);
          expect(article.subheads).toHaveLength(given?.subhead === undefined ? 0 : 1);
        });
      }),
      { numRuns: 400 },
    );
  });
});

function printArticle(article: Print): string {
  const captions = article.captions.flatMap(({ text, credit }) => {
    const line = `${text} (${credit})`;
    return article.twice ? [wrap(line, article.wrapAt), line] : [line];
  });
  const lines = [article.title, '', ...captions];
  if (article.hasLabel) lines.push('TT');
  if (article.hasCopy) lines.push('', `${article.title}\u00A0`, '', ...captions);
  lines.push('');
  article.body.forEach((paragraph, index) => {
    if (index === 1 && article.subhead !== undefined) lines.push(article.subhead, '');
    lines.push(paragraph, ...Array.from({ length: article.innerGap }, () => ''));
  });
  return `${lines.join('\n')}${'\n'.repeat(article.gapAfter)}`;
}

function wrap(text: string, width: number): string {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
