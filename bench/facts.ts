import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findConfirming } from '../src/story/facts/corroboration/find-confirming.ts';
import { readClaim } from '../src/story/facts/corroboration/read-claim.ts';
import { findDiffering } from '../src/story/facts/figures/find-differing.ts';
import { listFigureSentences } from '../src/story/facts/figures/figure-sentences.ts';
import { buildReading } from '../src/summary/reading/build-reading.ts';
import { EVAL_FOLDER, NO_EVAL_DATA, readEvalRecords } from './support/read-eval.ts';

const TOOL = join(EVAL_FOLDER, 'tools/facts.mjs');
const LABELS = join(EVAL_FOLDER, 'facts');
const KINDS = ['figures', 'corroboration', 'quotations'] as const;

/** The trivial systems of the data, as the arguments of its tool. */
const FLOORS: readonly Floor[] = [
  {
    args: ['--figures', 'noun', '--cosine', '.3', '--threshold', '.4'],
    figures: 'same noun, cosine ≥ .3',
    sayings: 'cosine ≥ .4',
  },
  {
    args: ['--figures', 'cosine', '--cosine', '.3', '--threshold', '.5'],
    figures: 'cosine ≥ .3',
    sayings: 'cosine ≥ .5',
  },
  {
    args: ['--figures', 'value', '--threshold', '.7'],
    figures: 'another value',
    sayings: 'cosine ≥ .7',
  },
];

/** A trivial system: what it does with figures, and with sentences that may say the same. */
interface Floor {
  readonly args: readonly string[];
  readonly figures: string;
  readonly sayings: string;
}

/** How many sentences a brief has. */
const BRIEF_SENTENCES = 6;

interface Scored {
  readonly p: number | null;
  readonly r: number | null;
  readonly f1: number | null;
}

/** Prints how well facts are found in labelled texts, beside the trivial systems of the data. */
export async function run(): Promise<void> {
  if (!existsSync(TOOL)) {
    console.log(NO_EVAL_DATA);
    return;
  }
  const inputs = runNode([TOOL, 'inputs', LABELS, ...KINDS]);
  const ours = runNode(
    ['--conditions=@dateline/source', '--import', 'tsx', 'src/main.ts', 'facts', '--jsonl'],
    inputs,
  );
  const floors = FLOORS.map(({ args, ...names }) => ({
    ...names,
    scores: readScores(runNode([TOOL, 'baseline', ...args], inputs)),
  }));
  const all = [{ figures: 'ours', sayings: 'ours', scores: readScores(ours) }, ...floors];
  print('figures that differ', ['precision', 'recall', 'F1']);
  for (const { figures, scores } of all) {
    print(figures, describe(scores.get('figures')?.['differs']));
  }
  print('\nsays the same', ['precision', 'recall', 'F1', 'of copies']);
  for (const { sayings, scores } of all) {
    const found = scores.get('corroboration');
    print(sayings, [...describe(found?.['says_the_same']), String(found?.['recall_of_copies'])]);
  }
  print('\nquotations', ['speech', 'speaker', 'wrong']);
  for (const [position, { scores }] of all.slice(0, 2).entries()) {
    print(position === 0 ? 'ours' : 'floor', describeQuotations(scores.get('quotations')));
  }
  printDiffering();
  printAlignment();
}

/** Prints the processor time of finding out which of 100 articles say each sentence of a brief. */
function printAlignment(): void {
  const events = readEvalRecords('multiling2011/english.jsonl') as EventRecord[] | undefined;
  const docs = events?.flatMap((event) => event.docs) ?? [];
  const sentences = docs.map(({ text }) => buildReading({ title: '', text, lang: 'en' }).sentences);
  const confirm = (): void => {
    const read = sentences.map((all) =>
      all.map(({ text, start, end }) => ({ start, end, claim: readClaim(text, 'en') })),
    );
    for (const [first] of read.slice(0, BRIEF_SENTENCES)) {
      for (const other of read) findConfirming(first!.claim, other);
    }
  };
  confirm();
  const before = process.cpuUsage();
  confirm();
  const { user, system } = process.cpuUsage(before);
  const count = sentences.reduce((sum, all) => sum + all.length, 0);
  console.log(
    `\n${BRIEF_SENTENCES} sentences against ${docs.length} articles of ${count} sentences: ${Math.round((user + system) / 1000)} ms of processor time`,
  );
}

interface EventRecord {
  readonly docs: readonly { readonly id: string; readonly text: string }[];
}

/** Prints what the reports of each event count differently, for reading. A date line dates a report. */
function printDiffering(): void {
  const events = readEvalRecords('multiling2011/english.jsonl') as EventRecord[] | undefined;
  console.log('\nfigures that differ in the events of MultiLing 2011');
  for (const { docs } of events ?? []) {
    const articles = docs.map(({ id, text }) => {
      const at = Date.parse(`${DATE.exec(text.slice(0, 300))?.[0] ?? ''} UTC`) || 0;
      const reading = buildReading({ title: '', text, lang: 'en' });
      return { articleId: id, voice: id, at, reading };
    });
    for (const { kind, given } of findDiffering(listFigureSentences(articles))) {
      console.log(`- ${kind}`);
      for (const { figure, text } of given) {
        console.log(`  ${figure.value} (${figure.bound}): ${text.replaceAll(/\s+/g, ' ')}`);
      }
    }
  }
}

const DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, ?\d{4}/u;

function describeQuotations(scored: Record<string, unknown> | undefined): string[] {
  const speaker = scored?.['speaker'] as Record<string, unknown> | undefined;
  const shown = [scored?.['is_speech_accuracy'], speaker?.['right_of_speech'], speaker?.['wrong']];
  return shown.map(String);
}

function readScores(output: string): Map<string, Record<string, unknown>> {
  const lines = runNode([TOOL, 'score', LABELS], output).trim().split('\n');
  const scores = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return new Map(scores.map((score) => [String(score['kind']), score]));
}

function describe(scored: unknown): string[] {
  const { p, r, f1 } = scored as Scored;
  return [p, r, f1].map((each) => `${each ?? '–'}`);
}

function runNode(args: readonly string[], input = ''): string {
  return execFileSync(process.execPath, args, {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 30,
  });
}

function print(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(11)).join(''));
}
