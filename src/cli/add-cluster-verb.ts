import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { clusterArticles } from '../story/cluster-articles.ts';
import type { CliIo } from '../io.ts';
import { loadLineLanguage } from './line-language.ts';
import { notAnObject, optionalText, readJsonLines, type JsonLine } from './jsonl.ts';

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
      const languageOf = await loadLineLanguage();
      const ids: unknown[] = [];
      const articles: ReturnType<typeof readArticle>[] = [];
      for await (const { line, number } of readJsonLines(io)) {
        // A story is made of all lines: one that is missing would change the others' answers.
        if (!line) throw notAnObject(number);
        ids.push(line['id']);
        articles.push(readArticle(line, number, languageOf(line)));
      }
      const storyOf = new Map(
        clusterArticles(articles).flatMap((story) => story.articleIds.map((id) => [id, story.id])),
      );
      ids.forEach((id, at) => {
        io.out(JSON.stringify({ id, story: storyOf.get(articles[at]?.id ?? '') }));
      });
    });
}

/** An article of a line; its id may be of any type, and stands as its JSON where it is no text. */
function readArticle(line: JsonLine, number: number, lang: string) {
  const { id, publishedAt, source } = line;
  if (id === undefined) throw new UserError('bad-input', `line ${number}: "id" is missing`);
  const text = optionalText(line, 'text');
  if (text === undefined) {
    throw new UserError('bad-input', `line ${number}: "text" must be a text`);
  }
  return {
    id: typeof id === 'string' ? id : JSON.stringify(id),
    title: optionalText(line, 'title') ?? '',
    text,
    lang,
    ...(typeof publishedAt === 'string' && { publishedAt }),
    ...(typeof source === 'string' && { source }),
  };
}
