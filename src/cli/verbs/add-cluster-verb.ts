import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import { joinArticles } from '../../story/join-articles.ts';
import type { CliIo } from '../../io.ts';
import { loadLineLanguage } from '../line-language.ts';
import { notAnObject, optionalText, readJsonLines, type JsonLine } from '../jsonl.ts';

/** `dateline cluster`: joins articles about the same event into stories. */
export function addClusterVerb(program: Command, io: CliIo): void {
  program
    .command('cluster')
    .description('join articles about one event into stories')
    .requiredOption(
      '--jsonl',
      '{id, title?, text, publishedAt?, source?} per line in → {id, story} out',
    )
    .action(async () => {
      const languageOf = await loadLineLanguage();
      const ids: unknown[] = [];
      const articles: ReturnType<typeof readArticle>[] = [];
      for await (const { line, number } of readJsonLines(io)) {
        // A story depends on all lines, so one bad line would change the answers to the others.
        if (!line) throw notAnObject(number);
        ids.push(line['id']);
        articles.push(readArticle(line, number, languageOf(line)));
      }
      const storyOf = new Map(
        joinArticles(articles).flatMap((story) => story.map((id) => [id, story[0]])),
      );
      ids.forEach((id, at) => {
        io.out(JSON.stringify({ id, story: storyOf.get(articles[at]?.id ?? '') }));
      });
    });
}

/** Reads an article from a line. An id that isn't a string is represented by its JSON. */
function readArticle(line: JsonLine, number: number, lang: string) {
  const { id, publishedAt, source } = line;
  if (id === undefined) throw new UserError('bad-input', `line ${number}: "id" is missing`);
  const text = optionalText(line, 'text');
  if (text === undefined) {
    throw new UserError('bad-input', `line ${number}: "text" must be a string`);
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
