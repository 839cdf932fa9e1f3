import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { buildCorpus, type Corpus } from '../rank/corpus.ts';
import { summarize } from '../rank/summarize.ts';
import { SUMMARY_WORDS, type SummaryLength } from '../rank/summary.ts';
import type { CliIo } from './io.ts';
import { answerJsonLines, optionalText, requireText, type JsonLine } from './jsonl.ts';
import { parseWholeNumber } from './whole-number.ts';

interface Options {
  readonly sentences?: number;
  readonly words?: number;
  readonly explain?: boolean;
  readonly jsonl?: boolean;
}

/** `dateline summarize`: the most telling sentences of each article, word for word. */
export function addSummarizeVerb(program: Command, io: CliIo): void {
  program
    .command('summarize')
    .description("choose an article's most telling sentences, word for word")
    .argument('[path]', 'a file with articles; - or nothing for one text on standard input', '-')
    .option('-n, --sentences <number>', 'how many sentences', parseWholeNumber(1, 100))
    .option(
      '-w, --words <number>',
      `about how many words; ${SUMMARY_WORDS.medium} where nothing is said`,
      parseWholeNumber(5, 5000),
    )
    .option('--explain', "each sentence's score and what it is made of")
    .option(
      '--jsonl',
      '{id?, title?, text, lang?} a line in → {id?, sentences: [{text, start, end, score}]} out',
    )
    .action(async (path: string, options: Options) => {
      const length = parseLength(options);
      // Nothing but the shipped counts of English news: the same line gives the same answer.
      const corpus = buildCorpus([]);
      if (options.jsonl) {
        await answerJsonLines(io, (line) => summarizeLine(line, corpus, length));
        return;
      }
      // Files come in formats whose readers the lines above do without.
      const { readArticleFile } = await import('./read-article-file.ts');
      for (const article of await readArticleFile(path, io)) {
        io.out(`${article.title}\n`);
        const result = summarize(article, corpus, length);
        if (result.kind === 'too-short') {
          io.out(`  Too short to summarize (${result.sentenceCount} sentences).\n`);
          continue;
        }
        for (const sentence of result.summary.sentences) {
          io.out(`  ${sentence.text.replaceAll(/\s+/g, ' ')}`);
          if (options.explain) io.out(`    ${explain(sentence.score, sentence.features)}`);
        }
        const { sentences, sentenceCount, shorterBy } = result.summary;
        io.out(
          `\n  ${sentences.length} of ${sentenceCount} sentences, ${Math.round(shorterBy * 100)} % shorter\n`,
        );
      }
    });
}

function summarizeLine(line: JsonLine, corpus: Corpus, length: SummaryLength): object {
  const result = summarize(
    {
      title: optionalText(line, 'title') ?? '',
      text: requireText(line, 'text'),
      lang: optionalText(line, 'lang') ?? 'en',
    },
    corpus,
    length,
  );
  if (result.kind === 'too-short') return { sentences: [], reason: result.kind };
  return {
    sentences: result.summary.sentences.map(({ text, start, end, score }) => ({
      text,
      start,
      end,
      score,
    })),
  };
}

function parseLength({ sentences, words }: Options): SummaryLength {
  if (sentences !== undefined && words !== undefined) {
    throw new UserError('bad-option', 'Give --sentences or --words, not both.');
  }
  if (sentences !== undefined) return { sentences };
  return { words: words ?? SUMMARY_WORDS.medium };
}

function explain(score: number, features: Readonly<Record<string, number>>): string {
  const parts = Object.entries(features)
    .filter(([, value]) => value !== 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return `${score.toFixed(3)} = ${parts.join(' + ')}`;
}
