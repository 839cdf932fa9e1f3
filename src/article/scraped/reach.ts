import { isCaptionLine } from './caption.ts';
import { labelOf } from './line-label.ts';
import { keyOf, type TextLine } from './text-line.ts';

/** Counts the paragraphs between two positions that might be body text. */
export function countLoose(
  lines: readonly TextLine[],
  from: number,
  to: number,
  reach: Reach,
): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (isLoose(lines[at], reach)) count += 1;
  return count;
}

/** Whether a line might be a paragraph of the body: not a label, and not recognizably a caption. */
export function isLoose(line: TextLine | undefined, reach: Reach): boolean {
  if (!line || keyOf(line).length < 20) return false;
  return labelOf(line) === undefined && !isCaptionLine(line) && !reach.holdsTwice(line);
}

/** The range of lines that is searched for the copies of one head. */
export interface Reach {
  /** Whether a line's words appear twice in the range, perhaps wrapped differently. */
  holdsTwice(line: TextLine): boolean;
}

/** Creates the range of the head whose lines are from `from` up to `to`. */
export function createReach(lines: readonly TextLine[], from: number, to: number): Reach {
  let joined: string | undefined;
  return {
    holdsTwice(line) {
      joined ??= lines.slice(from, to).map(keyOf).join('');
      const key = keyOf(line);
      const first = joined.indexOf(key);
      return first !== -1 && joined.includes(key, first + 1);
    },
  };
}
