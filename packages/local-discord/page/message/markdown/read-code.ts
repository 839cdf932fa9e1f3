import type { Read } from './read-angle.ts';

/** Lengths of runs of backticks that have no closing run in the text. */
export type OpenRuns = Set<number>;

/**
 * Reads inline code, which ends with as many backticks as it begins with. `openRuns` collects the lengths
 * without a closing run, so that the text isn't searched for them again.
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

/** Counts the backticks at an index. */
export function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}

/** A space between a mark and a backtick of the code only separates the two. */
function withoutPadding(code: string): string {
  const from = code.startsWith(' ') && code.trimStart().startsWith('`') ? 1 : 0;
  const to = code.endsWith(' ') && code.trimEnd().endsWith('`') ? -1 : undefined;
  return code.slice(from, to);
}
