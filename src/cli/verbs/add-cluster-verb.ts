import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import { joinArticles } from '../../story/join-articles.ts';
import type { CliIo } from '../../io.ts';
import { loadLineLanguage } from '../line-language.ts';
import {
  faultOf,
  notAnObject,
  optionalText,
  readJsonLines,
  writeAnswer,
  type JsonLine,
} from '../jsonl.ts';

/** `dateline cluster`: joins articles about the same event into stories. A line with a fault is answered in its place, and joined with nothing. */
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
      const articles: ClusteredArticle[] = [];
      /** By id, the number of its line. */
      const lineOf = new Map<string, number>();
      /** In order: what to answer to a line when all are joined. */
      const answers: ((storyOf: ReadonlyMap<string, string>) => object)[] = [];
      for await (const { line, number } of readJsonLines(io)) {
        try {
          if (!line) throw notAnObject(number);
          const article = readArticle(line, number, languageOf(line));
          const { id } = article;
          const first = lineOf.get(id);
          if (first !== undefined)
            throw new UserError('bad-input', `line ${number} has the id of line ${first}`);
          lineOf.set(id, number);
          articles.push(article);
          answers.push((storyOf) => ({ id: line['id'], story: storyOf.get(id) }));
        } catch (error) {
          const fault = faultOf(line, error);
          answers.push(() => fault);
        }
      }
      const storyOf = new Map(
        joinArticles(articles).flatMap((story) => story.map((id) => [id, story[0]!])),
      );
      for (const answer of answers) writeAnswer(io, answer(storyOf));
    });
}

type ClusteredArticle = ReturnType<typeof readArticle>;

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
