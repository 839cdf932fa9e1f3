import { cleanText, comparisonKey } from '../clean-text.ts';
import { onceEach } from '../../once-each.ts';
import type { Line } from './read-lines.ts';

/** A line that isn't blank, and the number of blank lines above it. */
export interface TextLine {
  readonly number: number;
  readonly raw: string;
  readonly text: string;
  /** Blank lines directly above; 0 at the start of a file. */
  readonly gap: number;
}

/** Creates a converter that drops blank lines and remembers them as gaps. */
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

/** The comparison key of a line. */
export const keyOf = onceEach((line: TextLine) => comparisonKey(line.text));
