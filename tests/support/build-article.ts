import { createHash } from 'node:crypto';
import type { Article } from '../../src/article/article.ts';

/**
 * An article for tests, with plausible values for every field that isn't given.
 * The id follows from title and source, so the same call always builds the same article.
 *
 * @example buildArticle({ title: 'Dam fails above Derna', source: 'Harbour Post' })
 */
export function buildArticle(given: Partial<Article> = {}): Article {
  const title = given.title ?? 'River rises in Example City';
  const source = given.source ?? 'Example Times';
  return {
    id: idFor(`${source}\n${title}`),
    title,
    text: [
      `${title}, officials said on Thursday.`,
      'The water stood two metres above its usual level at noon. Schools and the railway were closed.',
      'No one was hurt. Engineers expect the level to fall by Sunday.',
    ].join('\n\n'),
    publishedAt: '2024-03-14T09:00:00.000Z',
    dateBasis: 'header',
    captions: [],
    subheads: [],
    lang: 'en',
    source,
    ...given,
  };
}

function idFor(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}
