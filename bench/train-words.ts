import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSentences } from '../src/summary/model/choose-summary.ts';
import { selectSentences } from '../src/summary/model/select-sentences.ts';
import type { WordModel } from '../src/summary/model/word-model.ts';
import { estimateDifference } from './support/bootstrap.ts';
import { SUMMARY_SENTENCES } from './support/measure-summaries.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import { readTrainingArticles } from './support/read-summaries.ts';
import { scoreSummary, type RougeScores } from './support/score-summary.ts';
import { trainWordModel } from './support/train-word-model.ts';
import type { TrainingArticle } from './support/training-article.ts';

// node --import tsx bench/train-words.ts          trains on four fifths, and prints how it does on the last
// node --import tsx bench/train-words.ts --check  trains on all, and compares with the tables of the project
// node --import tsx bench/train-words.ts --write  trains on all, and writes the tables
const MODEL_FOLDER = join(import.meta.dirname, '../src/summary/model');
const TABLE_FILE = join(MODEL_FOLDER, 'word-table.ts');
const LEXICON_FILE = join(MODEL_FOLDER, 'word-lexicon.ts');

/** One of so many articles is left out of training. */
const FOLDS = 5;

const articles = readTrainingArticles();
if (!articles) {
  console.error(NO_EVAL_DATA);
  process.exit(1);
}
if (process.argv.includes('--write') || process.argv.includes('--check')) {
  const model = trainWordModel(articles);
  const [table, lexicon] = [withWeights(model), withLexicon(model)];
  if (process.argv.includes('--write')) {
    writeFileSync(TABLE_FILE, table);
    writeFileSync(LEXICON_FILE, lexicon);
  } else {
    const isSame =
      table === readFileSync(TABLE_FILE, 'utf8') && lexicon === readFileSync(LEXICON_FILE, 'utf8');
    console.log(isSame ? 'The tables are those of the project.' : 'The tables differ.');
    process.exitCode = isSame ? 0 : 1;
  }
} else {
  const isLeftOut = (i: number): boolean => i % FOLDS === FOLDS - 1;
  const model = trainWordModel(articles.filter((_, i) => !isLeftOut(i)));
  printScores(
    articles.filter((_, i) => isLeftOut(i)),
    model,
  );
}

function printScores(held: readonly TrainingArticle[], model: WordModel): void {
  const length = { sentences: SUMMARY_SENTENCES };
  const score = (
    choose: (article: TrainingArticle) => readonly { readonly text: string }[],
  ): RougeScores[] => held.map((article) => scoreSummary(article.reference, choose(article)));
  const linear = score(({ reading }) => selectSentences(reading, length));
  const words = score(({ reading }) => chooseSentences(reading, length, model));
  console.log(`${held.length} articles left out of training; difference to the linear model`);
  for (const metric of ['rouge1', 'rouge2', 'rougeLsum'] as const) {
    const [a, b] = [words, linear].map((all) => all.map((scores) => scores[metric]));
    const { mean, low, high } = estimateDifference(a!, b!);
    const [difference, ...interval] = [mean, low, high].map((value) => value.toFixed(2));
    console.log(`${metric} ${difference} [${interval.join(', ')}]`);
  }
}

function withWeights({ words, pairs }: WordModel): string {
  const source = readFileSync(TABLE_FILE, 'utf8');
  const middle = source.indexOf('export const PAIR_FEATURES');
  return (
    replaceWeights(source.slice(0, middle), words) + replaceWeights(source.slice(middle), pairs)
  );
}

function replaceWeights(source: string, weights: Readonly<Record<string, number>>): string {
  let replaced = source;
  for (const [name, weight] of Object.entries(weights)) {
    replaced = replaced.replace(new RegExp(`(\\b${name}: \\{ weight: )[-\\d.e]+`), `$1${weight}`);
  }
  return replaced;
}

function withLexicon({ lexicon }: WordModel): string {
  const lines = [...lexicon]
    .filter(([, weights]) => weights.some((weight) => weight !== 0))
    .map(([key, weights]) => [key, ...weights.map((weight) => Math.round(10 * weight))].join(' '));
  const head = readFileSync(LEXICON_FILE, 'utf8').split('export const')[0]!;
  return `${head}export const WORD_LEXICON =\n  ${quote(lines.join('\n'))};\n`;
}

/** A string literal as the formatter writes it. */
function quote(text: string): string {
  const escaped = text.replaceAll('\n', String.raw`\n`);
  return text.includes("'") ? `"${escaped}"` : `'${escaped}'`;
}
