import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureWeights } from '../src/summary/model/select-sentences.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from '../src/summary/model/summary-model.ts';
import { estimateDifference } from './support/bootstrap.ts';
import { crossValidate } from './support/cross-validate.ts';
import { SUMMARY_SENTENCES } from './support/measure-summaries.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import { readSummaryArticles } from './support/read-summaries.ts';
import { scoreSummary, type RougeScores } from './support/score-summary.ts';
import { collectEquations, fitWeights } from './support/train-model.ts';

// node --import tsx bench/train-summary.ts           prints cross-validated scores of the model, and its weights
// node --import tsx bench/train-summary.ts --ablate  prints the scores without each feature, too
// node --import tsx bench/train-summary.ts --write   writes the weights into the project
const MODEL_FILE = join(import.meta.dirname, '../src/summary/model/summary-model.ts');

/** Features that are left out together, because each can stand in for the others. */
const GROUPS: readonly (readonly SummaryFeatureName[])[] = [
  ['lead', 'early'],
  ['degree', 'centroid', 'termsAgain', 'pairsAgain', 'weightMean'],
  ['quote', 'openSpeech', 'question', 'caption', 'numbers'],
  ['likeness', 'covered'],
];

const articles = readSummaryArticles();
if (!articles) {
  console.error(NO_EVAL_DATA);
  process.exit(1);
}
const lead = articles.map(({ reference, reading }) =>
  scoreSummary(reference, reading.sentences.slice(0, SUMMARY_SENTENCES)),
);
const equations = articles.map(collectEquations);
console.log(
  `${articles.length} articles (development set), cross-validated; difference to the cleaned lead`,
);
console.log('| features | ROUGE-1 | ROUGE-2 | ROUGE-Lsum |\n| --- | --- | --- | --- |');
printRow('cleaned lead-3', lead);
printRow('all', crossValidate(articles, equations));
if (process.argv.includes('--ablate')) {
  const names = Object.keys(SUMMARY_MODEL) as SummaryFeatureName[];
  // The set has no titles and no queries.
  const unmeasured = ['title', 'query', 'answer'] satisfies SummaryFeatureName[] as string[];
  const singles = names.filter((name) => !unmeasured.includes(name)).map((name) => [name]);
  for (const leftOut of [...GROUPS, ...singles]) {
    printRow(`without ${leftOut.join(', ')}`, crossValidate(articles, equations, leftOut));
  }
}
const weights = fitWeights(equations);
console.log(weights);
if (process.argv.includes('--write')) writeFileSync(MODEL_FILE, withWeights(weights));

function printRow(name: string, scores: readonly RougeScores[]): void {
  const cells = (['rouge1', 'rouge2', 'rougeLsum'] as const).map((metric) => {
    const [a, b] = [scores, lead].map((all) => all.map((score) => score[metric]));
    const { mean, low, high } = estimateDifference(a!, b!);
    const absolute = (a!.reduce((sum, value) => sum + value, 0) / a!.length).toFixed(2);
    if (scores === lead) return absolute;
    return `${absolute} (${[mean, low, high].map((value) => value.toFixed(2)).join(', ')})`;
  });
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

function withWeights(all: FeatureWeights): string {
  let source = readFileSync(MODEL_FILE, 'utf8');
  for (const [name, weight] of Object.entries(all)) {
    source = source.replace(new RegExp(`(\\b${name}: \\{ weight: )[-\\d.e]+`), `$1${weight}`);
  }
  return source;
}
