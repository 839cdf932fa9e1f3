import { cleanText, comparisonKey } from '../clean-text.ts';
import type { Line } from './read-lines.ts';

/** A line with something on it, and how many blank lines stand above it. */
export interface TextLine {
  readonly number: number;
  readonly raw: string;
  readonly text: string;
  /** Blank lines directly above; 0 at the start of a file. */
  readonly gap: number;
}

/** Turns lines into the ones that carry text, remembering the blank ones as gaps. */
export function createTextLines(): (lines: readonly Line[]) => TextLine[] {
  let gap = 0;
  return (lines) => {
    const found: TextLine[] = [];
    for (const { number, text: raw } of lines) {
      const text = cleanText(raw);
      if (text === '') {
        gap += 1;
        continue;
      }
      found.push({ number, raw, text, gap });
      gap = 0;
    }
    return found;
  };
}

/** The comparison key of a line, worked out once. */
export function keyOf(line: TextLine): string {
  let key = keys.get(line);
  if (key === undefined) {
    key = comparisonKey(line.text);
    keys.set(line, key);
  }
  return key;
}

const keys = new WeakMap<TextLine, string>();
