import type { Command } from 'commander';
import type { StoredArticle } from '../store/article-store.ts';
import { clusterArticles } from '../story/cluster-articles.ts';
import type { CliIo } from './io.ts';
import { parseWholeNumber } from './whole-number.ts';
import { withApp } from './with-app.ts';

interface Options {
  readonly articles: number;
  readonly json?: boolean;
}

/** `dateline stories`: which events the newest articles report, and who reports them. */
export function addStoriesVerb(program: Command, io: CliIo): void {
  program
    .command('stories')
    .description('join the newest articles into stories and list them, the newest first')
    .option(
      '-a, --articles <number>',
      'how many articles to join',
      parseWholeNumber(1, 20_000),
      500,
    )
    .option('--json', 'an array of {id, headline, firstAt, lastAt, sources, articleIds}')
    .action(async (options: Options) => {
      const articles = await withApp(io, async ({ services }) => {
        const { entries } = services.index.newest({}, { limit: options.articles });
        const found = await services.articles.getMany(entries.map(({ id }) => id));
        return found.filter((article) => article !== undefined);
      });
      const stories = describeStories(articles);
      if (options.json) io.out(JSON.stringify(stories));
      else if (stories.length === 0) io.out('No article yet: import articles first.');
      else {
        for (const { headline, firstAt, sources, articleIds } of stories) {
          io.out(`${firstAt.slice(0, 10)}  ${headline}`);
          io.out(`            ${sources.join(', ') || 'unknown publisher'} · ${articleIds.length}`);
        }
      }
    });
}

function describeStories(articles: readonly StoredArticle[]) {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return clusterArticles(articles)
    .map(({ centralId, ...story }) => ({ ...story, headline: titles.get(centralId) ?? '' }))
    .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}
