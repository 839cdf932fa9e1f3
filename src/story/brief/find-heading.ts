import { isDateLine } from './date-line.ts';
import { hasFinalStop } from './final-stop.ts';
import type { Line, Reading } from '../../summary/reading/reading.ts';

/**
 * The headline at the top of a text that came without one: its first line, if that is no sentence or
 * the date of the report follows. Undefined if the report begins at once.
 */
export function findHeading(text: string, { sentences, boilerplate }: Reading): Line | undefined {
  const [first, second] = [...sentences.slice(0, 2), ...boilerplate.slice(0, 2)].toSorted(
    (a, b) => a.start - b.start,
  );
  if (!first || !endsLine(text, first) || isDateLine(first.text)) return undefined;
  const isHeading =
    !hasFinalStop(first.text) || (second && endsLine(text, second) && isDateLine(second.text));
  return isHeading && /\p{L}/u.test(first.text) ? first : undefined;
}

/** Whether a line break follows, as it does not in the middle of a paragraph. */
function endsLine(text: string, { end }: Line): boolean {
  return /^[^\S\n]*\n/.test(text.slice(end, end + 20));
}
