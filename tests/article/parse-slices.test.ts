import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../src/article/parse-document.ts';
import { collect } from '../support/collect.ts';
import { createMutations } from '../support/mutate-text.ts';

afterEach(() => void vi.restoreAllMocks());

/** Each look at the clock takes a millisecond, so eight pieces of work fill a slice. */
function countTurns(): () => number {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const turns = vi.spyOn(globalThis, 'setImmediate');
  return () => turns.mock.calls.length;
}

/** Fixed, so that a failure comes back. */
const SEED = 20_240_314;
const GROWN_CHARS = 20_000;

const PROSE = 'The old dam above the valley let more water pass than its engineers had feared.';
const HEAD = `The dam holds at last\n\nThe dam holds at last\n\n${PROSE}\n\n`;

describe('a long document', () => {
  it.each([
    ['lines of one character', 'a\n'.repeat(2000), 2000],
    ['labels', 'TT\n\n'.repeat(2000), 2000],
    ['headers', 'Title: a\n\n'.repeat(1000), 1000],
    ['bylines', 'By Ada Example\n\n'.repeat(2000), 2000],
    ['paragraphs of one article', `${HEAD}${`${PROSE}\n\n`.repeat(2000)}`, 2000],
    ['lines of one paragraph', `${HEAD}${'and so on,\n'.repeat(3000)}`, 3000],
    [
      'paragraphs of one JSON text',
      JSON.stringify({ title: 'Dam', text: `${PROSE}\n\n`.repeat(2000) }),
      2000,
    ],
    [
      'entries of a feed',
      `<rss><channel>${`<item><title>Dam</title><description>${PROSE}</description></item>`.repeat(900)}</channel></rss>`,
      900,
    ],
    [
      'elements of a feed',
      `<rss><channel>${'<a>&amp;</a>'.repeat(40_000)}<item><title>Dam</title><description>${PROSE}</description></item></channel></rss>`,
      60,
    ],
    ['JSON lines', '{"title":"Dam"}\n'.repeat(2000), 200],
  ])('of %s is read in turns of the event loop', async (_, text, pieces) => {
    const turns = countTurns();
    expect((await collect(parseDocument([text], { path: 'a.txt' }))).length).toBeGreaterThan(0);
    expect(turns()).toBeGreaterThan(pieces / 10);
  });
});

/** The beginnings of fixtures whose names match. */
function readFixtures(folder: string, name: RegExp): string[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((each) => name.test(each))
    .toSorted()
    .map((each) => readFileSync(join(path, each), 'utf8').slice(0, 4000));
}

/** What surrounds a mutated piece that is repeated, and by what the work on it is counted. */
interface Grown {
  readonly originals: readonly string[];
  readonly wrap: (pieces: string) => string;
  readonly count: (text: string) => number;
}

const LINES: Grown = {
  originals: readFixtures('fixtures', /source\.(?:txt|md)$/u),
  // What looks like JSON or a feed is split by other marks.
  wrap: (pieces) => pieces.replace(/^\s*[[{<]+/u, ''),
  count: (text) => text.split('\n').filter((line) => line.trim() !== '').length,
};

const FEED_ITEMS: Grown = {
  originals: readFixtures('feeds', /source\.xml$/u).flatMap(
    (feed) => feed.match(/<(item|entry)\b[^]*?<\/\1>/gu) ?? [],
  ),
  wrap: (items) => `<rss><channel><title>A</title>${items}</channel></rss>`,
  // What is not read as an entry is still read as markup, 16,000 marks a piece at most.
  count: (text) => (text.match(/<[a-z/]/giu) ?? []).length / 20,
};

describe('mutated documents that go on and on', () => {
  it.each([
    ['lines', LINES],
    ['entries of a feed', FEED_ITEMS],
  ])(
    'with %s are read in turns of the event loop as well',
    { timeout: 240_000 },
    async (_, { originals, wrap, count }) => {
      expect(originals.length).toBeGreaterThan(0);
      const next = createMutations(originals, SEED, 4000);
      for (let tries = 0; tries < 25; tries += 1) {
        const one = `${next()}\n`;
        const text = wrap(one.repeat(Math.ceil(GROWN_CHARS / one.length)));
        const turns = countTurns();
        await collect(parseDocument([text], { path: 'a.txt' }));
        // A slice has eight pieces of work; a piece is at most some ten lines.
        expect(turns(), JSON.stringify(one)).toBeGreaterThanOrEqual(Math.floor(count(text) / 100));
        vi.restoreAllMocks();
      }
    },
  );
});
