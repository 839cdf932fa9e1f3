import type { Command } from 'commander';
import { readCountry } from '../../commands/shared/check-country.ts';
import { selectFoundSentences } from '../../commands/search/found-sentences.ts';
import { UserError } from '../errors.ts';
import { parseQuery } from '../index/query/parse-query.ts';
import type { Query } from '../index/query/query.ts';
import { parseLanguage } from '../text/language-names.ts';
import { describeArticle } from './describe-article.ts';
import type { CliIo } from '../io.ts';
import { parseWholeNumber } from './whole-number.ts';
import { withApp } from './with-app.ts';

interface Options {
  readonly limit: number;
  readonly lang?: string;
  readonly country?: string;
  readonly json?: boolean;
}

/** `dateline search`: the /search command in a terminal. */
export function addSearchVerb(program: Command, io: CliIo): void {
  program
    .command('search')
    .description(
      'find articles: words, "phrases", -without, source:NAME, lang:fr, country:FR, since:DATE',
    )
    .argument('<query...>', 'in quotes if it contains a -word')
    .option('-n, --limit <number>', 'how many articles', parseWholeNumber(1, 100), 10)
    .option('--lang <language>', 'only articles in this language: fr, or French')
    .option('--country <country>', 'only articles about events there: FR, or France')
    .option('--json', 'an array of {id, title, url, source, publishedAt, score, sentence}')
    .action(async (words: string[], options: Options) => {
      await withApp(io, async ({ services: { index, articles: store } }) => {
        const query = readQuery(words.join(' '), options, io.now());
        const { total, hits } = index.search(query, { limit: options.limit });
        const articles = await store.getMany(hits.map((hit) => hit.id));
        const found = hits.flatMap(({ score }, position) => {
          const article = articles[position];
          if (!article) return [];
          const shown = selectFoundSentences(article, index.corpus, query);
          const sentence = shown.map(({ text }) => text).join(' ') || undefined;
          return [{ article, score, sentence }];
        });
        if (options.json) {
          io.out(
            JSON.stringify(
              found.map(({ article: { id, title, url, source, publishedAt }, ...rest }) => ({
                id,
                title,
                url,
                source,
                publishedAt,
                ...rest,
              })),
            ),
          );
          return;
        }
        if (query.ignored.length > 0) io.err(`Not understood: ${query.ignored.join(' ')}`);
        io.out(total === 1 ? '1 article' : `${total} articles`);
        for (const { article, sentence } of found) {
          io.out(`\n${describeArticle(article)}`);
          if (sentence) io.out(`  ${sentence.replaceAll(/\s+/g, ' ')}`);
        }
      });
    });
}

function readQuery(words: string, { lang, country }: Options, now: Date): Query {
  return {
    ...parseQuery(words, now),
    ...(lang !== undefined && { langs: [readLanguage(lang)] }),
    ...(country !== undefined && { countries: [readCountry(country, 'en')] }),
  };
}

function readLanguage(lang: string): string {
  const wanted = parseLanguage(lang);
  if (wanted !== undefined) return wanted;
  throw new UserError(
    'bad-option',
    `Unknown language "${lang}". Write a code such as fr, or a name such as French.`,
  );
}
