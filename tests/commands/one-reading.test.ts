import { describe, expect, it } from 'vitest';
import { latest } from '../../commands/latest.ts';
import { search } from '../../commands/search/search-command.ts';
import type { Services } from '../../src/command/services.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import type { ReadingOf } from '../../src/summary/reading/reading-cache.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { runCommand } from '../support/run-command.ts';
import { readText } from '../support/shown-text.ts';

const TITLES = ['A flood', 'A storm', 'A strike'];
const ARTICLES = TITLES.map((title) => {
  const article = buildArticle({ title });
  return { ...article, text: `By Jane Example\n\n${article.text}` };
});
const SHORT = buildArticle({ title: 'A flood', text: 'The railway was closed on Thursday.' });

async function openServices(articles = ARTICLES, read: ReadingOf = buildReading) {
  const readTitles: string[] = [];
  const services: Services = await buildServices(articles, {
    readingOf: (article) => {
      readTitles.push(article.title);
      return read(article);
    },
  });
  return { readTitles, context: buildContext(services) };
}

describe('an article in an answer', () => {
  it.each([
    ['what a sentence says', 'railway closed'],
    ['a phrase', '"usual level"'],
    ['words that only the byline has', 'jane'],
    ['words that only the titles have', 'a flood, storm or strike'],
    ['a source without a word', 'source:"Example Times"'],
  ])('is read once in a /search for %s', async (_, query) => {
    const { readTitles, context } = await openServices();
    await runCommand(search, context, { query });
    expect(readTitles.toSorted()).toEqual(TITLES);
  });

  it.each([
    ['without a topic', {}],
    ['about what a sentence says', { topic: 'railway' }],
    ['about words that only the byline has', { topic: 'jane' }],
  ])('is read once in /latest %s', async (_, options) => {
    const { readTitles, context } = await openServices();
    await runCommand(latest, context, options);
    expect(readTitles.toSorted()).toEqual(TITLES);
  });

  it('is read once even if it is too short to summarize', async () => {
    const { readTitles, context } = await openServices([SHORT]);
    await runCommand(latest, context, { topic: 'flood' });
    expect(readTitles).toEqual(['A flood']);
  });

  it('is quoted only from that reading', async () => {
    const said = 'Nothing but the reading says that the railway was closed.';
    const { context } = await openServices(ARTICLES, (article) =>
      buildReading({ ...article, text: said }),
    );
    for (const message of [
      await runCommand(search, context, { query: 'level' }),
      await runCommand(latest, context, { topic: 'level' }),
    ]) {
      expect(readText(message).split(said)).toHaveLength(TITLES.length + 1);
    }
  });
});
