import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readArticles } from '../../../src/ingest/files/read-articles.ts';
import { collect } from '../../support/collect.ts';

const SEEDS = process.env['SEEDS_FOLDER'] ?? join(import.meta.dirname, '../../../../shared/seeds');
const seed = existsSync(SEEDS)
  ? readdirSync(SEEDS).find((name) => name.endsWith('.txt'))
  : undefined;

it('the seed file holds two articles', async (context) => {
  context.skip(seed === undefined, 'the seed file is not at hand');
  const items = await collect(readArticles([join(SEEDS, seed ?? '')]));
  const articles = items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
  expect(items.filter(({ kind }) => kind === 'fault')).toEqual([]);
  expect(
    articles.map(({ publishedAt, dateBasis, captions, subheads, text, source }) => ({
      publishedAt,
      dateBasis,
      credits: captions.map(({ credit }) => credit),
      subheads: subheads.map((subhead) => subhead.text),
      paragraphs: text.split('\n\n').length,
      source,
    })),
  ).toEqual([
    {
      publishedAt: '2023-09-14T00:00:00.000Z',
      dateBasis: 'caption',
      credits: ['KCNA via YNA/dpa'],
      subheads: ["'Friendship'"],
      paragraphs: 21,
      source: undefined,
    },
    {
      publishedAt: '2024-06-16T00:00:00.000Z',
      dateBasis: 'lead-weekday',
      credits: ['AP Photo/Alexander Zemlianichenko, Pool'],
      subheads: [],
      paragraphs: 6,
      source: undefined,
    },
  ]);
});
