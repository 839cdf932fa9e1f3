import type { Command } from 'commander';
import type { StoredArticle } from '../store/article-store.ts';
import type { Corpus } from '../index/corpus/corpus.ts';
import { findGist } from '../summary/gist.ts';
import { buildReading } from '../summary/reading/build-reading.ts';
import { weighReading } from '../summary/weigh-reading.ts';
import { clusterArticles } from '../story/cluster-articles.ts';
import type { CliIo } from '../io.ts';
import { parseWholeNumber } from './whole-number.ts';
import { withApp } from './with-app.ts';

interface Options {
  readonly articles: number;
  readonly json?: boolean;
}

/** `dateline stories`: lists the events in the newest articles, and who reports them. */
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
    .option('--json', 'an array of {id, headline, gist, firstAt, lastAt, sources, articleIds}')
    .action(async (options: Options) => {
      const stories = await withApp(io, async ({ services: { index, articles } }) => {
        const { entries } = index.newest({}, { limit: options.articles });
        const found = await articles.getMany(entries.map(({ id }) => id));
        return describeStories(
          found.filter((article) => article !== undefined),
          index.corpus,
        );
      });
      if (options.json) io.out(JSON.stringify(stories));
      else if (stories.length === 0) io.out('No articles yet: import articles first.');
      else {
        for (const { headline, gist, firstAt, sources, articleIds } of stories) {
          io.out(`${firstAt.slice(0, 10)}  ${headline}`);
          if (gist !== undefined) io.out(`            ${gist.replaceAll(/\s+/g, ' ')}`);
          io.out(`            ${sources.join(', ') || 'unknown publisher'} · ${articleIds.length}`);
        }
      }
    });
}

function describeStories(articles: readonly StoredArticle[], corpus: Corpus) {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return clusterArticles(articles)
    .map(({ centralId, ...story }) => {
      const central = byId.get(centralId);
      const gist = central && findGist(weighReading(buildReading(central), corpus))?.text;
      return { ...story, headline: central?.title ?? '', gist };
    })
    .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}
