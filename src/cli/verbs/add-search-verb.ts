import type { Command } from 'commander';
import { adviseOnWords } from '../../../commands/shared/narrowing/advise-on-words.ts';
import { describeLeftOut } from '../../../commands/shared/describe-older.ts';
import { selectFoundSentences } from '../../../commands/search/found-sentences.ts';
import { compileNarrowing } from '../../index/narrowing/compile-narrowing.ts';
import { searchAll } from '../../index/older/search-all.ts';
import { describeIgnored, parseNarrowing } from '../../index/narrowing/parse-narrowing.ts';
import { describeArticle } from '../describe-article.ts';
import type { CliIo } from '../../io.ts';
import { parseWholeNumber } from '../whole-number.ts';
import { withApp } from '../with-app.ts';

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
      await withApp(io, async ({ services: { index, older, articles: store, readingOf } }) => {
        const reader = { locale: 'en', now: io.now() };
        const narrowing = parseNarrowing(
          {
            query: words.join(' '),
            languages: options.lang === undefined ? [] : [options.lang],
            countries: options.country === undefined ? [] : [options.country],
          },
          reader,
        );
        const first = index.queryLanguage(compileNarrowing(narrowing), reader.locale);
        const page = { limit: options.limit, first };
        const { total, hits, relaxed, ...all } = await searchAll(index, older, narrowing, page);
        const articles = await store.getMany(hits.map((hit) => hit.id));
        const found = hits.flatMap(({ score }, position) => {
          const article = articles[position];
          if (!article) return [];
          const shown = selectFoundSentences(readingOf(article), index.corpus, narrowing);
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
        const ignored = describeIgnored(narrowing.ignored, reader, (typed) => typed);
        if (ignored !== undefined) io.err(ignored);
        const meant = total === 0 || relaxed ? adviseOnWords(narrowing, index) : undefined;
        if (meant !== undefined) io.err(meant);
        const leftOut = describeLeftOut(older, all.older);
        if (leftOut !== undefined) io.err(leftOut);
        io.out(total === 1 ? '1 article' : `${total} articles`);
        for (const { article, sentence } of found) {
          io.out(`\n${describeArticle(article)}`);
          if (sentence) io.out(`  ${sentence.replaceAll(/\s+/g, ' ')}`);
        }
      });
    });
}
