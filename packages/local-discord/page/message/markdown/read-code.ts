import type { Read } from './read-angle.ts';

/** Runs of backticks of a length that has no end in the text. */
export type OpenRuns = Set<number>;

/**
 * Reads inline code: as many backticks at its end as at its beginning. `openRuns` remembers lengths
 * without an end, so that no text is searched twice for them.
 */
export function readCode(text: string, at: number, openRuns: OpenRuns): Read | undefined {
  const length = runLength(text, at);
  if (openRuns.has(length)) return undefined;
  for (let next = at + length; ;) {
    next = text.indexOf('`', next);
    if (next === -1) break;
    const closing = runLength(text, next);
    if (closing === length) {
      return {
        node: { kind: 'code', text: withoutPadding(text.slice(at + length, next)) },
        end: next + length,
      };
    }
    next += closing;
  }
  openRuns.add(length);
  return undefined;
}

/** Returns how many backticks stand at a place. */
export function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}

/** A blank between the marks and a backtick in the code only keeps them apart. */
function withoutPadding(code: string): string {
  const from = code.startsWith(' ') && code.trimStart().startsWith('`') ? 1 : 0;
  const to = code.endsWith(' ') && code.trimEnd().endsWith('`') ? -1 : undefined;
  return code.slice(from, to);
}
