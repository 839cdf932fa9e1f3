import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/article/parse-document.ts';
import { parseAll } from './parse-all.ts';

const ARTICLE = [
  'Bridge Opens Over the Gap Number ',
  'TT',
  'Bridge Opens Over the Gap Number ',
  'It opened on Saturday with a goods train and a brass band, the railway said.',
  'Nobody fell.',
];

describe('a file of any size', () => {
  it('is read at most one article ahead', async () => {
    let given = 0;
    function* chunks() {
      for (given = 0; given < 1500; given += 1) {
        yield `${ARTICLE.map((line) => (line.endsWith(' ') ? `${line}${given}` : line)).join('\n\n')}\n\n\n`;
      }
    }
    let articles = 0;
    let ahead = 0;
    for await (const item of parseDocument(chunks(), {})) {
      if (item.kind !== 'article') continue;
      articles += 1;
      ahead = Math.max(ahead, given - articles);
    }
    expect(articles).toBe(1500);
    // This is the part that is examined to detect the format, plus the longest head of an article.
    expect(ahead).toBeLessThan(65_536 / 150 + 40);
  });

  it('yields one fault for a line over the limit, and the articles around it', async () => {
    const text = ARTICLE.join('\n\n');
    const items = await parseAll(
      `${text}\n\n${'x'.repeat(100_001)}\n\n\n${text.replaceAll('Gap', 'Fen')}`,
      {},
      5000,
    );
    const articles = items.flatMap((item) => (item.kind === 'article' ? [item.article.title] : []));
    expect(articles).toEqual([
      'Bridge Opens Over the Gap Number',
      'Bridge Opens Over the Fen Number',
    ]);
    expect(items.filter(({ kind }) => kind === 'fault')).toEqual([
      { kind: 'fault', line: 11, reason: 'the line is longer than 100,000 characters' },
    ]);
  });

  it('yields one fault for an article over the limit, and the next article', async () => {
    const paragraph = `${'All of this is one article. '.repeat(40)}\n\n`;
    const endless = `A Headline Above Far Too Much Text\n\n${paragraph.repeat(1000)}`;
    const items = await parseAll(`${endless}\n\n${ARTICLE.join('\n\n')}\n`, {}, 65_536);
    expect(items.filter(({ kind }) => kind === 'fault')).toMatchObject([{ line: 1 }]);
    expect(items.filter(({ kind }) => kind === 'article')).toHaveLength(1);
  });
});
