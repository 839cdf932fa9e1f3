import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectSentences, type FeatureWeights } from '../src/rank/select-sentences.ts';
import { estimateDifference } from './support/bootstrap.ts';
import { readSummaryArticles } from './support/read-summaries.ts';
import { scoreSummary, type RougeScores } from './support/score-summary.ts';
import { collectEquations, fitWeights } from './support/train-model.ts';

// node --import tsx bench/train-summary.ts          prints how the model does on articles left out
// node --import tsx bench/train-summary.ts --write  and writes its weights into the project
const FOLDS = 10;
const MODEL_FILE = join(import.meta.dirname, '../src/rank/summary-model.ts');

const articles = readSummaryArticles();
if (!articles) {
  console.error('The evaluation data is not at hand; set EVAL_DIR to its folder.');
  process.exit(1);
}
const equations = articles.map(collectEquations);
const foldWeights = Array.from({ length: FOLDS }, (_, fold) =>
  fitWeights(equations.filter((__, i) => i % FOLDS !== fold)),
);
const ours = articles.map((article, i) => {
  const chosen = selectSentences(article.report, { sentences: 3 }, foldWeights[i % FOLDS]);
  return scoreSummary(article.reference, chosen);
});
const lead = articles.map(({ reference, report }) =>
  scoreSummary(reference, report.sentences.slice(0, 3)),
);
console.log(`${articles.length} articles (development set), ${FOLDS}-fold cross-validation`);
for (const name of ['rouge1', 'rouge2', 'rougeLsum'] as const) {
  const pick = (scores: readonly RougeScores[]): number[] => scores.map((score) => score[name]);
  const [a, b] = [pick(ours), pick(lead)];
  const { mean, low, high } = estimateDifference(a, b);
  const figures = [meanOf(a), meanOf(b), mean, low, high].map((value) => value.toFixed(2));
  console.log(
    `${name.padEnd(10)} ${figures[0]}, cleaned lead ${figures[1]}: ${figures[2]} [${figures[3]}, ${figures[4]}]`,
  );
}
const weights = fitWeights(equations);
console.log(weights);
if (process.argv.includes('--write')) writeFileSync(MODEL_FILE, withWeights(weights));

function withWeights(all: FeatureWeights): string {
  let source = readFileSync(MODEL_FILE, 'utf8');
  for (const [name, weight] of Object.entries(all)) {
    source = source.replace(new RegExp(`(\\b${name}: \\{ weight: )[-\\d.e]+`), `$1${weight}`);
  }
  return source;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
