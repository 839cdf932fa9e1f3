import { estimateDifference } from './support/bootstrap.ts';
import {
  brief,
  BRIEF_WORDS,
  drawStories,
  readBriefEvents,
  scoreBrief,
  scoreShortBrief,
  SHORT_BRIEF,
  takeLeads,
  takeShortLeads,
  type BriefEvent,
} from './support/measure-brief.ts';
import { MULTILING } from './support/measure-multiling.ts';
import { loadPeers } from './support/peers.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';

/** More sentences than fit, so that each peer is cut at the same number of words. */
const PEER_SENTENCES = 15;

/** Prints how much of what people put into a brief is in ours, and in those of others. */
export async function run(): Promise<void> {
  const english = readBriefEvents('en');
  if (!english) {
    console.log(NO_EVAL_DATA);
    return;
  }
  console.log(`MultiLing 2011 (development set), ROUGE-2 recall at ${BRIEF_WORDS} words`);
  print('', 'ours', 'first sentences', 'ours to theirs', 'difference');
  for (const lang of Object.keys(MULTILING) as (keyof typeof MULTILING)[]) {
    const events = lang === 'en' ? english : (readBriefEvents(lang) ?? []);
    if (events.length === 0) continue;
    const ours = events.map((event) => scoreBrief(event, brief(event), lang));
    const leads = events.map((event) => scoreBrief(event, takeLeads(event), lang));
    printRow(MULTILING[lang], ours, leads);
  }
  printFewWords(english);
  printShort(english);
  await printPeers(english);
  console.log(
    '\nPublished, not measured here: best system of the task 17.9; people among themselves 20.0',
  );
}

/** What fewer words have of the human briefs, which stay as long as they are. */
function printFewWords(events: readonly BriefEvent[]): void {
  console.log('\nEnglish, ROUGE-2 recall');
  for (const words of [60, 100]) {
    printRow(
      `${words} words`,
      events.map((event) => scoreBrief(event, brief(event, { words }), 'en', words)),
      events.map((event) => scoreBrief(event, takeLeads(event), 'en', words)),
    );
  }
}

/** As in a digest: few reports, and three sentences. The mean of an event's stories is one measurement. */
function printShort(events: readonly BriefEvent[]): void {
  const { words, sentences } = SHORT_BRIEF;
  console.log(`\nEnglish, ${sentences} sentences of at most ${words} words, ROUGE-2 F1`);
  for (const reports of [2, 3, 5]) {
    const measure = (tell: (event: BriefEvent) => string): number[] =>
      events.map((event) =>
        meanOf(drawStories(event, reports).map((one) => scoreShortBrief(one, tell(one)))),
      );
    printRow(
      `${reports} reports`,
      measure((one) => brief(one, SHORT_BRIEF)),
      measure(takeShortLeads),
    );
  }
}

/** Other libraries, each given all reports of an event as one text. They know English only. */
async function printPeers(events: readonly BriefEvent[]): Promise<void> {
  console.log('\nEnglish');
  const peers = await loadPeers();
  if (!peers) console.log('peers not installed: npm --prefix bench ci');
  const ours = events.map((event) => scoreBrief(event, brief(event), 'en'));
  for (const { name, summarize } of peers ?? []) {
    const theirs: number[] = [];
    for (const event of events) {
      const sentences = await summarize(event.text, PEER_SENTENCES);
      theirs.push(scoreBrief(event, sentences.join('\n'), 'en'));
    }
    printRow(name, ours, theirs);
  }
}

function printRow(name: string, ours: readonly number[], theirs: readonly number[]): void {
  const { mean, low, high } = estimateDifference(ours, theirs);
  const [a, b] = [meanOf(ours), meanOf(theirs)];
  const difference = `${mean.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
  print(name, a.toFixed(2), b.toFixed(2), `${(a / b).toFixed(2)} ×`, difference);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function print(name: string, ...cells: readonly string[]): void {
  console.log((name.padEnd(30) + cells.map((cell) => cell.padEnd(18)).join('')).trimEnd());
}
