import { parseHTML } from 'linkedom';
import { parseFeed as parseByFeedsmith } from 'feedsmith';
import { decodeDocument } from '../src/article/decode-document.ts';
import type { Feed } from '../src/article/feed/feed.ts';
import { htmlToText } from '../src/article/feed/html-to-text.ts';
import { parseFeed } from '../src/article/feed/parse-feed.ts';
import { buildFeedXml, buildStory } from './support/build-feed-xml.ts';
import { checkFeed, type ClauseOutcome, type Subject } from './support/check-feed.ts';
import { DIFFERENCES } from './support/feed-differences.ts';
import { parseWithFeedsmith } from './support/feedsmith-feed.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import { readFeedCases, type FeedCase } from './support/read-feed-cases.ts';

/** The subjects that matter most to an article; the others are printed too. */
const MAIN_SUBJECTS: readonly Subject[] = ['title', 'link', 'id', 'content', 'dates'];
const EMPTY: Feed = { entries: [] };
const ROUNDS = 5;
const WINDOW_MS = 200;

/**
 * Prints how many of feedparser's expectations hold for our reader and for feedsmith, by subject; then how
 * long feeds take to parse.
 */
export async function run(): Promise<void> {
  const cases = readFeedCases();
  if (cases) printExpectations(cases);
  else console.log(NO_EVAL_DATA);
  printTimes();
}

function printExpectations(cases: readonly FeedCase[]): void {
  const ours = cases.map((each) => ({ path: each.path, outcomes: checkOurs(each) }));
  const theirs = cases.flatMap((each) =>
    checkFeed(each.expect, parseWithFeedsmith(textOf(each), each.url) ?? EMPTY),
  );
  // feedsmith gets text that we decoded.
  const ofText = theirs.filter(({ subject }) => subject !== 'encoding');
  const all = ours.flatMap(({ outcomes }) => outcomes);
  const readable = ours.filter(({ outcomes }) => outcomes.length > 0).length;
  console.log(
    `${cases.length} feeds. ${readable} have an expectation about something that an article needs;`,
  );
  console.log(
    `those of the other ${cases.length - readable} are only about other fields, markup or feedparser's error reports.`,
  );
  printRow('subject', 'ours', 'feedsmith alone');
  for (const subject of [...new Set(all.map((each) => each.subject))].toSorted()) {
    const [a, b] = [all, ofText].map((set) => set.filter((each) => each.subject === subject));
    printRow(subject, share(a!), share(b!));
  }
  printRow('the main five', share(all.filter(isMain)), share(ofText.filter(isMain)));
  for (const { path, outcomes } of ours) {
    for (const { subject, holds, expected, found } of outcomes) {
      if (holds) continue;
      console.log(`  ${path}: ${subject} ${found}, expected ${expected}`);
      console.log(`    ${DIFFERENCES[path] ?? 'unexplained'}`);
    }
  }
}

/** All take turns in each round, so that other load on the machine affects them alike. */
function printTimes(): void {
  const text = buildFeedXml(20);
  const large = Buffer.from(buildFeedXml(1000));
  const bytes = Buffer.from(text);
  const story = buildStory();
  const timed: Record<string, () => unknown> = {
    'feed of 20 entries, ours, with its text': () => parseFeed({ bytes }),
    'feed of 20 entries, feedsmith, fields only': () => parseByFeedsmith(text),
    'feed of 1,000 entries, ours': () => parseFeed({ bytes: large }),
    'HTML of one entry to text, ours': () => htmlToText(story),
    'HTML of one entry to text, linkedom': () =>
      parseHTML(`<html><body>${story}</body></html>`).document.body.textContent,
  };
  console.log(
    `\nA feed of 20 has ${(bytes.length / 1000).toFixed(0)} kB, one of 1,000 ${(large.length / 1e6).toFixed(1)} MB; processor time, medians of ${ROUNDS} rounds`,
  );
  const rounds = Array.from({ length: ROUNDS }, () => Object.values(timed).map(measure));
  Object.keys(timed).forEach((name, at) => {
    const times = rounds.map((round) => round[at]!).toSorted((a, b) => a - b);
    console.log(name.padEnd(46), `${times[Math.floor(ROUNDS / 2)]!.toFixed(2)} ms`);
  });
}

/** Processor time of one run of `work` in ms, averaged over as many runs as fit into the window. */
function measure(work: () => unknown): number {
  const start = process.cpuUsage();
  let runs = 0;
  let used = 0;
  while (used < WINDOW_MS) {
    work();
    runs += 1;
    const { user, system } = process.cpuUsage(start);
    used = (user + system) / 1000;
  }
  return used / runs;
}

function isMain({ subject }: ClauseOutcome): boolean {
  return MAIN_SUBJECTS.includes(subject);
}

function checkOurs(each: FeedCase): ClauseOutcome[] {
  const result = parseFeed(each);
  const feed = result.kind === 'feed' ? result.feed : EMPTY;
  return checkFeed(each.expect, feed, { text: textOf(each), url: each.url });
}

function textOf({ bytes, contentType }: FeedCase): string {
  return decodeDocument(bytes, contentType).text;
}

function printRow(subject: string, ours: string, theirs: string): void {
  console.log(subject.padEnd(16), ours.padEnd(20), theirs);
}

function share(outcomes: readonly ClauseOutcome[]): string {
  if (outcomes.length === 0) return '–';
  const held = outcomes.filter(({ holds }) => holds).length;
  return `${held} of ${outcomes.length}, ${((100 * held) / outcomes.length).toFixed(1)} %`;
}
