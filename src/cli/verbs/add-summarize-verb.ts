import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import { buildCorpus, type Corpus } from '../../index/corpus/corpus.ts';
import { parseQuery } from '../../index/query/parse-query.ts';
import type { Query } from '../../index/query/query.ts';
import { buildReading } from '../../summary/reading/build-reading.ts';
import { summarizeReading } from '../../summary/summarize-reading.ts';
import { SUMMARY_WORDS, type SummaryLength } from '../../summary/summary.ts';
import { weighReading } from '../../summary/weigh-reading.ts';
import { createWordLister, type LikelyWords } from '../../summary/model/likely-words.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from '../../summary/model/summary-model.ts';
import type { CliIo } from '../../io.ts';
import { answerJsonLines, optionalText, requireText, type JsonLine } from '../jsonl.ts';
import { loadLineLanguage } from '../line-language.ts';
import { parseShare } from '../share.ts';
import { parseWholeNumber } from '../whole-number.ts';
import { countOf } from '../../text/count-of.ts';

/** How many pairs and how many words `--explain` names for each sentence. */
const EXPLAINED_WORDS = 5;

interface Options {
  readonly sentences?: number;
  readonly words?: number;
  readonly share?: number;
  readonly query?: string;
  readonly explain?: boolean;
  readonly jsonl?: boolean;
}

/** `dateline summarize`: prints the most informative sentences of each article, word for word. */
export function addSummarizeVerb(program: Command, io: CliIo): void {
  program
    .command('summarize')
    .description("choose an article's most informative sentences, word for word")
    .argument('[path]', 'a file with articles; - or nothing for one text on standard input', '-')
    .option('-n, --sentences <number>', 'how many sentences', parseWholeNumber(1, 100))
    .option(
      '-w, --words <number>',
      `about how many words (default: ${SUMMARY_WORDS.medium})`,
      parseWholeNumber(5, 5000),
    )
    .option('--share <share>', "how much of each article's words: 0.2 or 20%", parseShare)
    .option('-q, --query <query>', 'prefer sentences with these words or "phrases"')
    .option(
      '--explain',
      "each sentence's score: features × weights, and words that an editor would take",
    )
    .option(
      '--jsonl',
      '{id?, title?, text, lang?} per line in → {id?, sentences: [{text, start, end, score}]} out',
    )
    .action(async (path: string, options: Options) => {
      const length = parseLength(options);
      const queries = readQueries(options, io.now());
      // Only the shipped counts of English news are used, so that the same line always gets the
      // same answer.
      const corpus = buildCorpus([]);
      if (options.jsonl) {
        const languageOf = await loadLineLanguage();
        await answerJsonLines(io, (line) =>
          summarizeLine(line, languageOf(line), corpus, length, queries),
        );
        return;
      }
      // Loaded here, because the lines above don't need the readers of file formats.
      const { readArticleFile } = await import('../read-article-file.ts');
      for (const article of await readArticleFile(path, io)) {
        io.out(`${article.title}\n`);
        const reading = weighReading(buildReading(article), corpus, queries);
        const result = summarizeReading(reading, length);
        if (result.kind === 'too-short') {
          io.out(`  Too short to summarize (${countOf(result.sentenceCount, 'sentence')}).\n`);
          continue;
        }
        // The linear model, which other languages have, knows no words.
        const listWords = reading.lang === 'en' ? createWordLister(reading) : undefined;
        for (const sentence of result.summary.sentences) {
          io.out(`  ${sentence.text.replaceAll(/\s+/g, ' ')}`);
          if (!options.explain) continue;
          io.out(`    ${explainScore(sentence.score, sentence.features)}`);
          if (listWords) io.out(`    ${explainWords(listWords(sentence))}`);
        }
        const { sentences, sentenceCount, shorterBy, place = article.place } = result.summary;
        const kept = `${sentences.length} of ${countOf(sentenceCount, 'sentence')}, ${Math.round(shorterBy * 100)} % shorter`;
        io.out(`\n  ${place === undefined ? kept : `${place} · ${kept}`}\n`);
      }
    });
}

function summarizeLine(
  line: JsonLine,
  lang: string,
  corpus: Corpus,
  length: SummaryLength,
  queries: readonly Query[],
): object {
  const article = {
    title: optionalText(line, 'title') ?? '',
    text: requireText(line, 'text'),
    lang,
  };
  const result = summarizeReading(weighReading(buildReading(article), corpus, queries), length);
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

function parseLength({ sentences, words, share }: Options): SummaryLength {
  if ([sentences, words, share].filter((given) => given !== undefined).length > 1) {
    throw new UserError('bad-option', 'Give one of --sentences, --words and --share.');
  }
  if (sentences !== undefined) return { sentences };
  if (share !== undefined) return { share };
  return { words: words ?? SUMMARY_WORDS.medium };
}

function readQueries({ query: given }: Options, now: Date): Query[] {
  if (given === undefined) return [];
  const query = parseQuery(given, now);
  if (query.words.length + query.phrases.length > 0) return [query];
  throw new UserError('bad-option', 'Give --query a word, or a "phrase" in quotation marks.');
}

/**
 * "0.157 = title 1.00 × 0.050 + early 1.00 × 0.039 + …": each feature of the linear model with its weight,
 * or each part of what a sentence adds to a set, the largest first.
 */
function explainScore(score: number, features: Readonly<Record<string, number>>): string {
  const parts = Object.entries(features)
    .filter(([, part]) => part !== 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, part]) => {
      const feature = SUMMARY_MODEL[name as SummaryFeatureName] as { weight: number } | undefined;
      return feature
        ? `${name} ${(part / feature.weight).toFixed(2)} × ${feature.weight.toFixed(3)}`
        : `${name} ${part.toFixed(3)}`;
    });
  return `${score.toFixed(3)} = ${parts.join(' + ')}`;
}

/** "likely words: “Red Cross” 71 %, “Cross said” 33 %; “Red” 80 %": what an editor's summary may have of it. */
function explainWords({ pairs, words }: ReturnType<ReturnType<typeof createWordLister>>): string {
  return `likely words: ${printLikely(pairs)}; ${printLikely(words)}`;
}

function printLikely(all: readonly LikelyWords[]): string {
  return all
    .slice(0, EXPLAINED_WORDS)
    .map(({ text, probability }) => `“${text}” ${Math.round(100 * probability)} %`)
    .join(', ');
}
