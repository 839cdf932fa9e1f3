import { decodeDocument } from '../src/article/decode-document.ts';
import type { Feed } from '../src/article/feed.ts';
import { parseFeed } from '../src/article/parse-feed.ts';
import { checkFeed, type ClauseOutcome, type Subject } from './support/check-feed.ts';
import { parseWithFeedsmith } from './support/feedsmith-feed.ts';
import { readFeedCases, type FeedCase } from './support/read-feed-cases.ts';

/** What the requirement asks for by name; the others are told beside it. */
const ASKED: readonly Subject[] = ['title', 'link', 'id', 'content', 'dates'];
const EMPTY: Feed = { entries: [] };

/** Prints how many of feedparser's expectations hold, by subject, beside feedsmith's; then the time that feeds take. */
export async function run(): Promise<void> {
  const cases = readFeedCases();
  if (!cases) {
    console.log('The evaluation data is not at hand; set EVAL_DIR to its folder.');
    return;
  }
  const ours = cases.map((each) => ({ ...each, outcomes: check(each, readOurs(each)) }));
  const readable = ours.filter(({ outcomes }) => outcomes.length > 0);
  console.log(
    `${cases.length} feeds, ${readable.length} with an expectation about what an article needs; the others concern other fields (${cases.length - readable.length})`,
  );
  const theirs = await Promise.all(
    cases.map(async (each) =>
      checkFeed(each.expect, (await parseWithFeedsmith(textOf(each), each.url)) ?? EMPTY),
    ),
  );
  console.log('subject'.padEnd(12), 'ours'.padEnd(16), 'feedsmith alone');
  const subjects = [...new Set(readable.flatMap(({ outcomes }) => outcomes.map((o) => o.subject)))];
  for (const subject of subjects.toSorted()) {
    const of = (all: readonly (readonly ClauseOutcome[])[]): string =>
      share(all.flat().filter((each) => each.subject === subject));
    console.log(subject.padEnd(12), of(ours.map((each) => each.outcomes)).padEnd(16), of(theirs));
  }
  const asked = (all: readonly ClauseOutcome[]) =>
    all.filter(({ subject }) => ASKED.includes(subject));
  console.log(
    'asked for'.padEnd(12),
    share(asked(ours.flatMap((each) => each.outcomes))).padEnd(16),
    share(asked(theirs.flat())),
  );
  for (const { path, outcomes } of ours) {
    for (const { subject, holds, expected, found } of outcomes) {
      if (!holds) console.log(`  ${path}: ${subject} ${found}, expected ${expected}`);
    }
  }
}

function check(each: FeedCase, feed: Feed): ClauseOutcome[] {
  return checkFeed(each.expect, feed, { text: textOf(each), url: each.url });
}

function readOurs(each: FeedCase): Feed {
  const result = parseFeed(each);
  return result.kind === 'feed' ? result.feed : EMPTY;
}

function textOf({ bytes, contentType }: FeedCase): string {
  return decodeDocument(bytes, contentType).text;
}

function share(outcomes: readonly ClauseOutcome[]): string {
  const held = outcomes.filter(({ holds }) => holds).length;
  return `${held} / ${outcomes.length} ${((100 * held) / Math.max(1, outcomes.length)).toFixed(1)} %`;
}
