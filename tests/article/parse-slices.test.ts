import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../src/article/parse-document.ts';
import { collect } from '../support/collect.ts';

afterEach(() => void vi.restoreAllMocks());

/** Each look at the clock takes a millisecond, so eight pieces of work fill a slice. */
function countTurns(): () => number {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const turns = vi.spyOn(globalThis, 'setImmediate');
  return () => turns.mock.calls.length;
}

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
