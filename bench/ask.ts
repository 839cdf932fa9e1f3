import {
  readFreshQuestions,
  readMultilingQuestions,
  readSampleQuestions,
  type AskSet,
} from './support/ask-sets.ts';
import {
  createAsk,
  createSearch,
  isRight,
  measureAsk,
  openAskSet,
  type AskedOutcome,
  type AskOutcome,
} from './support/measure-ask.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';

const OUTCOMES = [
  'right',
  'wrong',
  'silent',
  'rightly silent',
  'wrongly told',
] as const satisfies AskOutcome[];

/** Prints how many questions are answered rightly, beside the best hit of a search. */
export async function run(): Promise<void> {
  const sets = [await readSampleQuestions(), readMultilingQuestions(), readFreshQuestions()];
  for (const set of sets) {
    if (set) await printSet(set);
    else console.log(NO_EVAL_DATA);
  }
}

async function printSet(set: AskSet): Promise<void> {
  const sources = openAskSet(set);
  const systems = { '/ask': createAsk(sources), 'best /search hit': createSearch(sources) };
  for (const half of ['tuned', 'aside'] as const) {
    const questions = set.halves[half];
    if (questions.length === 0) continue;
    const unanswerable = questions.filter(({ answers }) => answers.length === 0).length;
    print(
      `\n${set.name}, ${half === 'tuned' ? 'tuned on' : 'kept aside'}: ${questions.length} questions, ${unanswerable} without an answer`,
      [...OUTCOMES, 'of all told'],
    );
    for (const [name, answer] of Object.entries(systems)) {
      const outcomes = await measureAsk(questions, answer);
      print(name, [
        ...OUTCOMES.map((wanted) => String(count(outcomes, wanted))),
        describeTold(outcomes),
      ]);
      // What is kept aside stays unread.
      if (half === 'tuned' && name === '/ask') printFaults(outcomes);
    }
  }
}

function count(outcomes: readonly AskedOutcome[], wanted: AskOutcome): number {
  return outcomes.filter(({ outcome }) => outcome === wanted).length;
}

/** How many of all sentences that were told are right. */
function describeTold(outcomes: readonly AskedOutcome[]): string {
  const told = outcomes.flatMap(({ answers, told: texts }) =>
    texts.map((text) => isRight(answers, text)),
  );
  return `${told.filter(Boolean).length} of ${told.length}`;
}

function printFaults(outcomes: readonly AskedOutcome[]): void {
  for (const { outcome, question, told } of outcomes) {
    if (outcome === 'right' || outcome === 'rightly silent') continue;
    console.log(`  ${outcome}: ${question}${told[0] === undefined ? '' : ` → ${told[0]}`}`);
  }
}

function print(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(16)).join(''));
}
