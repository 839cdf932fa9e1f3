import { readAngle, type Read } from './read-angle.ts';
import { readCode, runLength, type OpenRuns } from './read-code.ts';

const ESCAPED = /[^0-9A-Za-z\s]/;

/**
 * Finds the parts of a text in which marks mean nothing, by their start index: escaped characters, code,
 * and mentions, timestamps and links in angle brackets.
 */
export function findOpaque(text: string): ReadonlyMap<number, Read> {
  const found = new Map<number, Read>();
  const openRuns: OpenRuns = new Set();
  const special = /[\\`<]/g;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const at = match.index;
    const read = readOpaque(text, at, openRuns);
    if (read) found.set(at, read);
    special.lastIndex = read?.end ?? at + Math.max(1, runLength(text, at));
  }
  return found;
}

function readOpaque(text: string, at: number, openRuns: OpenRuns): Read | undefined {
  if (text[at] === '`') return readCode(text, at, openRuns);
  if (text[at] === '<') return readAngle(text, at);
  const next = text[at + 1];
  if (next === undefined || !ESCAPED.test(next)) return undefined;
  return { node: { kind: 'text', text: next }, end: at + 2 };
}
