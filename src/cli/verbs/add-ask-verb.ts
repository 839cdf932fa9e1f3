import type { Command } from 'commander';
import { confirmAnswers, type ConfirmedAnswer } from '../../../commands/ask/confirm-answers.ts';
import { ANSWERS_SHOWN, findAnswers } from '../../../commands/ask/find-answers.ts';
import { describeIgnored, parseNarrowing } from '../../index/narrowing/parse-narrowing.ts';
import { parseQuestion } from '../../story/facts/answers/parse-question.ts';
import type { CliIo } from '../../io.ts';
import { describeArticle } from '../describe-article.ts';
import { parseWholeNumber } from '../whole-number.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly limit: number;
  readonly lang?: string;
  readonly country?: string;
  readonly since?: string;
  readonly json?: boolean;
}

const NOTHING = 'Nothing in the store answers this.';

/** `dateline ask`: the /ask command in a terminal. */
export function addAskVerb(program: Command, io: CliIo): void {
  program
    .command('ask')
    .description('answer a question in dated sentences of articles, and say who confirms them')
    .argument('<question...>', 'who, what, where, when, why, or how many')
    .option(
      '-n, --limit <number>',
      'at most so many answers',
      parseWholeNumber(1, 20),
      ANSWERS_SHOWN,
    )
    .option('--lang <language>', 'only articles in this language: fr, or French')
    .option('--country <country>', 'only articles about events there: FR, or France')
    .option('--since <date>', 'only articles from this day on: 2024-06-15, 7d, yesterday')
    .option(
      '--json',
      'an array of {id, title, url, source, publishedAt, score, text, start, end, also, isOnly}',
    )
    .action(async (words: string[], { limit, lang, country, since, json }: Options) => {
      await withApp(io, async ({ services }) => {
        const reader = { locale: 'en', now: io.now() };
        const narrowing = parseNarrowing(
          {
            query: words.join(' '),
            languages: lang === undefined ? [] : [lang],
            countries: country === undefined ? [] : [country],
            since,
          },
          reader,
        );
        const question = parseQuestion(narrowing, reader.locale);
        const found = await findAnswers(question, narrowing, limit, services);
        const answers = await confirmAnswers(found, { services });
        if (json) {
          io.out(JSON.stringify(answers.map(toJson)));
          return;
        }
        const ignored = describeIgnored(narrowing.ignored, reader, (typed) => typed);
        if (ignored !== undefined) io.err(ignored);
        io.out(answers.length === 0 ? NOTHING : answers.map(describe).join('\n\n'));
      });
    });
}

function toJson({ article, score, text, start, end, alsoIn, isOnly }: ConfirmedAnswer): object {
  const { id, title, url, source, publishedAt } = article;
  const also = alsoIn.map((other) => other.source ?? other.id);
  return { id, title, url, source, publishedAt, score, text, start, end, also, isOnly };
}

function describe({ article, text, alsoIn, isOnly }: ConfirmedAnswer): string {
  const also = alsoIn.map(({ source, id }) => source ?? id).join(', ');
  return [
    text.replaceAll(/\s+/g, ' '),
    ...(also === '' ? [] : [`  also ${also}`]),
    ...(isOnly ? ['  found in no other report'] : []),
    describeArticle(article).replaceAll(/^/gm, '  '),
  ].join('\n');
}
