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

describe('mutated documents that go on and on', () => {
  const folder = join(import.meta.dirname, 'fixtures');
  const originals = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /source\.(?:txt|md)$/u.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 4000));

  it('are read in turns of the event loop as well', { timeout: 240_000 }, async () => {
    const next = createMutations(originals, SEED);
    for (let count = 0; count < 25; count += 1) {
      const one = `${next()}\n`;
      const text = one.repeat(Math.ceil(GROWN_CHARS / one.length));
      const lines = text.split('\n').filter((line) => line.trim() !== '').length;
      // What looks like JSON or a feed is split by other marks, and is above.
      if (/^\s*[[{<]/u.test(text)) continue;
      const turns = countTurns();
      await collect(parseDocument([text], { path: 'a.txt' }));
      // A slice has eight pieces of work; a piece is at most some ten lines.
      expect(turns(), JSON.stringify(one)).toBeGreaterThanOrEqual(Math.floor(lines / 100));
      vi.restoreAllMocks();
    }
  });
});
