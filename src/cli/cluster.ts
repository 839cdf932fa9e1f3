import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { clusterArticles } from '../story/cluster-articles.ts';
import type { CliIo } from './io.ts';
import { optionalText, readJsonLines, requireText } from './jsonl.ts';

/** `dateline cluster`: joins articles that report the same event into stories. */
export function addClusterVerb(program: Command, io: CliIo): void {
  program
    .command('cluster')
    .description('join articles on one event into stories')
    .requiredOption(
      '--jsonl',
      '{id, title?, text, publishedAt?, source?} a line in → {id, story} out',
    )
    .action(async () => {
      const articles = [];
      for await (const line of readJsonLines(io)) {
        // A story is made of all lines: one that is missing would change the others' answers.
        if (line instanceof UserError) throw line;
        articles.push({
          id: requireText(line, 'id'),
          title: optionalText(line, 'title') ?? '',
          text: requireText(line, 'text'),
          lang: optionalText(line, 'lang') ?? 'en',
          ...(typeof line['publishedAt'] === 'string' && { publishedAt: line['publishedAt'] }),
          ...(typeof line['source'] === 'string' && { source: line['source'] }),
        });
      }
      const storyOf = new Map(
        clusterArticles(articles).flatMap((story) => story.articleIds.map((id) => [id, story.id])),
      );
      for (const { id } of articles) io.out(JSON.stringify({ id, story: storyOf.get(id) }));
    });
}
