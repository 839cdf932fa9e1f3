import { isCaptionLike } from './caption.ts';
import { labelOf } from './line-label.ts';
import { keyOf, type TextLine } from './text-line.ts';

/** Paragraphs between two places that nothing explains: they might be body. */
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

/** Whether a line might be a paragraph of the body: neither a label nor, as far as it shows, a caption. */
export function isLoose(line: TextLine | undefined, reach: Reach): boolean {
  if (!line || keyOf(line).length < 20) return false;
  return labelOf(line) === undefined && !isCaptionLike(line.text) && !reach.holdsTwice(line);
}

/** The lines in which the copies of one head are looked for. */
export interface Reach {
  /** Whether a line's words stand there twice, perhaps broken elsewhere. */
  holdsTwice(line: TextLine): boolean;
}

/** Creates the reach of the head whose lines stand from `from` up to `to`. */
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
