import { estimateDifference } from './support/bootstrap.ts';
import {
  meanScores,
  scoreRecords,
  SUMMARY_SENTENCES,
  summarizeRecords,
} from './support/measure-summaries.ts';
import { measureSummaryFaults, SUMMARY_FAULTS } from './support/measure-summary-faults.ts';
import { measureMultiling, MULTILING } from './support/measure-multiling.ts';
import { loadPeers } from './support/peers.ts';
import { measureGoldenRules } from './support/measure-quality.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import {
  readSummaryRecords,
  readValidationRecords,
  type SummaryRecord,
} from './support/read-summaries.ts';
import { scoreSummary, type RougeScores } from './support/score-summary.ts';

const METRICS = ['rouge1', 'rouge2', 'rougeLsum'] as const;

/** Prints sentence and summary quality on public development sets. */
export async function run(): Promise<void> {
  for (const lang of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'ru', 'ar', 'fa', 'hi', 'ja']) {
    const rules = measureGoldenRules(lang);
    if (!rules) {
      console.log(NO_EVAL_DATA);
      return;
    }
    const missed = rules.wrong.length > 0 ? `; wrong: ${[...new Set(rules.wrong)].join('; ')}` : '';
    console.log(`golden rules ${lang}: ${rules.right} of ${rules.total}${missed}`);
  }
  await printSummaries();
  printOtherNews();
}

const OTHER_LENGTHS = [{ sentences: 2 }, { sentences: 3 }, { words: 80 }] as const;

/**
 * News in another style and other languages. None of it was used in training; the title's weight was chosen on
 * the English part.
 */
function printOtherNews(): void {
  console.log(
    '\nMultiLing 2011, one report against its event, ROUGE-2 minus that of the cleaned lead',
  );
  print('', ...OTHER_LENGTHS.map((length) => Object.entries(length).flat().toReversed().join(' ')));
  for (const lang of Object.keys(MULTILING) as (keyof typeof MULTILING)[]) {
    const cells = OTHER_LENGTHS.map((length) => {
      const measured = measureMultiling(lang, length);
      return measured ? formatDifference(measured.ours, measured.lead) : 'no data';
    });
    print(MULTILING[lang], ...cells);
  }
}

/**
 * Prints scores, and their difference to the cleaned lead as a mean over articles with its 95 % interval; ours also
 * against the linear model. Then the share of chosen sentences that are bad for a reader, whatever their words.
 */
async function printSummaries(): Promise<void> {
  const sets = {
    'articles that no model was trained on': readValidationRecords(),
    'articles that the linear model was trained on': readSummaryRecords(),
  };
  for (const [title, records] of Object.entries(sets)) {
    if (records) await printSet(title, records);
  }
}

async function printSet(title: string, records: readonly SummaryRecord[]): Promise<void> {
  console.log(`\nCNN/DailyMail, ${records.length} ${title}, ${SUMMARY_SENTENCES} sentences`);
  print('', 'ROUGE-1 / 2 / Lsum', 'ROUGE-1 minus cleaned', 'ROUGE-2 minus cleaned');
  const chosen = summarizeRecords(records);
  const scored = scoreRecords(records, chosen);
  const lead = scored['cleaned lead-3'];
  for (const [name, scores] of Object.entries(scored)) printScores(name, scores, lead);
  const peers = await loadPeers();
  if (!peers) console.log('peers not installed: npm --prefix bench ci');
  for (const { name, summarize } of peers ?? []) {
    const scores: RougeScores[] = [];
    for (const { text, summary } of records) {
      const sentences = await summarize(text, SUMMARY_SENTENCES);
      scores.push(
        scoreSummary(
          summary.join('\n'),
          sentences.map((sentence) => ({ text: sentence })),
        ),
      );
    }
    printScores(name, scores, lead);
  }
  const against = METRICS.map((metric) => {
    const [a, b] = [scored.ours, scored['linear model']].map((all) =>
      all.map((score) => score[metric]),
    );
    return `${metric} ${formatDifference(a!, b!)}`;
  });
  console.log(`ours minus the linear model: ${against.join(', ')}`);
  console.log('\nshare of the chosen sentences, in percent');
  print('', ...SUMMARY_FAULTS);
  for (const [name, summaries] of Object.entries(chosen)) {
    const faults = measureSummaryFaults(records, summaries);
    print(name, ...SUMMARY_FAULTS.map((fault) => faults[fault].toFixed(1)));
  }
}

function printScores(
  name: string,
  scores: readonly RougeScores[],
  lead: readonly RougeScores[],
): void {
  const means = meanScores(scores);
  const differences = (['rouge1', 'rouge2'] as const).map((metric) => {
    const [a, b] = [scores, lead].map((all) => all.map((score) => score[metric]));
    return formatDifference(a!, b!);
  });
  const figures = METRICS.map((metric) => means[metric].toFixed(2)).join(' / ');
  print(name, figures, ...(scores === lead ? [] : differences));
}

/** A mean difference with its 95 % interval. */
function formatDifference(a: readonly number[], b: readonly number[]): string {
  const { mean, low, high } = estimateDifference(a, b);
  return `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function print(name: string, ...cells: readonly string[]): void {
  console.log((name.padEnd(36) + cells.map((cell) => cell.padEnd(24)).join('')).trimEnd());
}
