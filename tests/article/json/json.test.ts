import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonSplitter } from '../../../src/article/json/split-json.ts';
import { parseAll, parseArticles } from '../parse-all.ts';

const ITEM = { title: 'Swans Delay Regatta', text: 'They nested.', publishedAt: '2024-05-19' };

describe('JSON', () => {
  it('is parsed into the same articles however it is split into chunks', () => {
    const entry = fc
      .dictionary(fc.string(), fc.jsonValue())
      .filter((value) => !('articles' in value));
    const layout = fc.constantFrom<(entries: object[]) => unknown>(
      (entries) => entries,
      (entries) => ({ status: 'ok', articles: entries, total: entries.length }),
    );
    fc.assert(
      fc.property(
        fc.array(entry),
        layout,
        fc.nat(4),
        fc.integer({ min: 1, max: 40 }),
        (entries, lay, indent, size) => {
          const text = JSON.stringify(lay(entries), null, indent);
          const splitter = createJsonSplitter();
          const pieces = [];
          for (let at = 0; at < text.length; at += size)
            pieces.push(...splitter.push(text.slice(at, at + size)));
          pieces.push(...splitter.end());
          expect(pieces.map((piece): unknown => JSON.parse(piece.text))).toEqual(
            JSON.parse(JSON.stringify(entries)),
          );
        },
      ),
    );
  });

  it('yields the line on which each article begins', () => {
    const splitter = createJsonSplitter();
    const pieces = splitter.push('[\n  {"a": 1},\n\n  {\n"b": 2}\n]');
    expect(pieces.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [2, 2],
      [4, 5],
    ]);
  });

  it.each([
    ['a list', JSON.stringify([ITEM, ITEM])],
    ['an object with a list', JSON.stringify({ articles: [ITEM, ITEM] }, null, 2)],
    ['a line each', `${JSON.stringify(ITEM)}\n\n${JSON.stringify(ITEM)}\n`],
    [
      'one object after the other',
      `${JSON.stringify(ITEM, null, 2)}\n${JSON.stringify(ITEM, null, 2)}`,
    ],
  ])('can be %s', async (_name, text) => {
    expect((await parseArticles(text)).map(({ title }) => title)).toEqual([ITEM.title, ITEM.title]);
  });

  it('can be one article', async () => {
    expect(await parseArticles(JSON.stringify(ITEM, null, 2))).toHaveLength(1);
  });

  it.each([
    ['an item that is cut off', '[{"title": "A", "text": "B"},\n{"title": ', 2, /no valid JSON/],
    ['an item that is not an object', '[\n"text"]', 2, /no JSON object/],
    ['no item', '{"articles": []}', 1, /no article/],
    [
      'an item that is too long',
      JSON.stringify([{ title: 'A', text: 'b'.repeat(1_000_001) }]),
      1,
      /longer than 1,000,000/,
    ],
    [
      'an article without words',
      JSON.stringify([{ title: 'A', text: ' \n ' }]),
      1,
      /without a "text"/,
    ],
  ])('with %s names the line', async (_name, text, line, reason) => {
    const faults = (await parseAll(text)).filter((item) => item.kind === 'fault');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line, reason: expect.stringMatching(reason) as string });
  });

  it('may contain a text that looks like a heading', async () => {
    const [article] = await parseArticles(JSON.stringify([{ title: 'A', text: 'Swans' }]));
    expect(article?.text).toBe('Swans');
  });

  it('written from articles is parsed into the same articles', async () => {
    const text = [
      'Bridge Opens Over the Gap',
      'The bridge, June 1, 2024. (AFP)',
      'TT',
      'Bridge Opens Over the Gap',
      'DUBAI: It opened on Saturday.',
      "'Applause'",
      'Nobody fell.',
    ].join('\n\n');
    const articles = await parseArticles(text, { source: 'Wire' });
    expect(articles).toHaveLength(1);
    expect(
      await parseArticles(articles.map((article) => JSON.stringify(article)).join('\n')),
    ).toEqual(articles);
  });

  it.each([
    ['2024-05-19', '2024-05-19T00:00:00.000Z', true],
    ['20240519', '2024-05-19T00:00:00.000Z', true],
    ['2024-05-19T08:00:00', '2024-05-19T08:00:00.000Z', undefined],
    ['2024-05-19 08:00:00 +0200', '2024-05-19T06:00:00.000Z', undefined],
    ['2024-05-19T08:00:00+02', '2024-05-19T06:00:00.000Z', undefined],
    ['2024-05-19 08:00 CEST', '2024-05-19T06:00:00.000Z', undefined],
    ['2024-05-19 08:00 XYZT', '2024-05-19T00:00:00.000Z', true],
    ['Sun, 19 May 2024 08:00:00 GMT', '2024-05-19T08:00:00.000Z', undefined],
    [1716105600, '2024-05-19T08:00:00.000Z', undefined],
    [1716105600000, '2024-05-19T08:00:00.000Z', undefined],
    ['yesterday', undefined, undefined],
  ])('may give its date as %s', async (publishedAt, iso, dayOnly) => {
    const [article] = await parseArticles(JSON.stringify([{ ...ITEM, publishedAt }]));
    expect(article?.publishedAt).toBe(iso);
    expect(article?.dayOnly).toBe(dayOnly);
    expect(article?.dateBasis).toBe(iso === undefined ? 'unknown' : 'header');
  });
});
