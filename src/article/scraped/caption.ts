import { splitCredit } from './credit.ts';
import { MONTH_PATTERN } from '../calendar-words.ts';
import { endsSentence } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { labelOf } from './line-label.ts';
import { onceEach } from '../../once-each.ts';
import { isBrokenOff, joinLines } from './wrapping.ts';
import { keyOf, type TextLine } from './text-line.ts';

/**
 * Whether a line is recognizably a picture's caption by itself: by a credit at its end, or by its
 * opening.
 */
export function isCaptionLike(text: string): boolean {
  return opensCaption(text) || splitCredit(text).credit !== undefined;
}

/** The same of a line. */
export const isCaptionLine = onceEach(({ text }: TextLine) => isCaptionLike(text));

function opensCaption(text: string): boolean {
  return DAY_AND_PLACE.test(text) || ARCHIVE.test(text);
}

/**
 * Counts the lines from `at` that form one caption, in the part of a head where captions are
 * expected, up to `end`. Copies may wrap differently, so a copy that follows takes precedence over
 * the shape.
 */
export function measureCaption(lines: readonly TextLine[], at: number, end: number): number {
  const doubled = measureDoubled(lines, at, end);
  if (doubled > 0) return doubled;
  const run = runLength(lines, at, endOfWords(lines, at, end));
  const width = Math.max(...lines.slice(at, at + run).map((line) => line.text.length));
  let key = '';
  for (let count = 1; count < run; count += 1) {
    const last = lines[at + count - 1];
    const next = lines[at + count];
    if (!last || !next) break;
    key += keyOf(last);
    const text = joinLines(lines.slice(at, at + count));
    const isCredited = splitCredit(text, true).credit !== undefined;
    if (isCredited) return count;
    if (/^[([]/u.test(next.text) || isBrokenOff(last, next)) continue;
    if (count === 1 && standsElsewhere(lines, at, endsSentence(last.text))) return 1;
    if (count > 1 && standsAsLine(lines, key, at)) return count;
    if (closesAbove(last, next, width)) return count;
  }
  return run;
}

/** Counts the lines from `at` whose words are repeated directly below. 0 if none are. */
function measureDoubled(lines: readonly TextLine[], at: number, end: number): number {
  const run = runLength(lines, at, end);
  let key = '';
  for (let count = 1; count <= run; count += 1) {
    const line = lines[at + count - 1];
    if (line) key += keyOf(line);
    if (startsWithKey(lines, at + count, key)) return firstOf(lines, at, count);
  }
  return 0;
}

/** Counts how many of `count` repeated lines form the first caption. Pictures may share a block. */
function firstOf(lines: readonly TextLine[], at: number, count: number): number {
  const block = lines.slice(at, at + count);
  const width = Math.max(...block.map((line) => line.text.length));
  for (let taken = 1; taken < count; taken += 1) {
    const last = block[taken - 1];
    const next = block[taken];
    if (!last || !next) break;
    if (splitCredit(joinLines(block.slice(0, taken))).credit !== undefined) return taken;
    if (closesAbove(last, next, width)) return taken;
  }
  return count;
}

/** Minimum and maximum width at which captions are wrapped. */
const NARROWEST = 40;
const WIDEST = 120;

/**
 * Whether a line ends a sentence although the next line's first word would fit, and that line isn't
 * a credit.
 */
function closesAbove(last: TextLine, next: TextLine, width: number): boolean {
  const { length } = last.text;
  const needed = length + 1 + firstWord(next.text).length;
  const hadRoom = needed <= Math.max(width, NARROWEST) || length > WIDEST;
  return endsSentence(last.text) && hadRoom && !/^[([]/u.test(next.text);
}

/** The end of a caption's words: at a label, unless it is a wrapped credit in brackets. */
function endOfWords(lines: readonly TextLine[], at: number, end: number): number {
  let index = at + 1;
  while (index < end) {
    const line = lines[index];
    if (!line || (labelOf(line) && !/^[([]/u.test(line.text))) break;
    index += 1;
  }
  return index;
}

/** Counts the lines from `at` that form a caption with a credit or a copy. 0 if they don't. */
export function measureCreditedCaption(lines: readonly TextLine[], at: number): number {
  const doubled = measureDoubled(lines, at, lines.length);
  if (doubled > 0) return doubled;
  const run = runLength(lines, at, lines.length);
  for (let count = 1; count <= run; count += 1) {
    const text = joinLines(lines.slice(at, at + count));
    if (splitCredit(text).credit !== undefined) return count;
    const creditBelow = count < run && /^[([]/u.test(lines[at + count]?.text ?? '');
    if (endsSentence(text) && !creditBelow) break;
  }
  const first = lines[at];
  return first && opensCaption(first.text) ? 1 : 0;
}

/** Counts the lines from `at` that repeat a text whose key is in `known`. 0 if they don't. */
export function measureCopy(
  lines: readonly TextLine[],
  at: number,
  known: ReadonlySet<string>,
): number {
  if (known.size === 0) return 0;
  const run = runLength(lines, at, lines.length);
  let key = '';
  for (let count = 1; count <= run; count += 1) {
    const line = lines[at + count - 1];
    if (!line) return 0;
    key += keyOf(line);
    if (known.has(key)) return count;
  }
  return 0;
}

/** Whether the lines from `at`, joined, begin with `key` and break where it ends. */
function startsWithKey(lines: readonly TextLine[], at: number, key: string): boolean {
  let joined = '';
  for (let index = at; index < lines.length && joined.length < key.length; index += 1) {
    const line = lines[index];
    if (line) joined += keyOf(line);
    if (!key.startsWith(joined)) return false;
  }
  return joined === key;
}

/** dpa's captions open with day and place: "14 September 2023, Russia, Uglegorsk: …". */
const DAY_AND_PLACE = new RegExp(
  `^\\d{1,2} (?:${MONTH_PATTERN}) \\d{4}, \\p{Lu}[\\p{L} .'-]+(?:, ?[\\p{L} .'-]+){0,3}: `,
  'iu',
);
/** AP's captions of archive pictures open with FILE. */
const ARCHIVE = /^(?:FILE(?: PHOTO)?(?: ?[:,]| ?[–—]| -) ?|File (?:photo|picture): )/u;

function runLength(lines: readonly TextLine[], at: number, end: number): number {
  let count = 1;
  while (
    count < ARTICLE_LIMITS.maxCaptionLines &&
    at + count < end &&
    at + count < lines.length &&
    lines[at + count]?.gap === 0
  ) {
    count += 1;
  }
  return count;
}

/**
 * Whether the line at `at` is repeated nearby, other than as the first line of the same wrapped
 * text.
 */
function standsElsewhere(lines: readonly TextLine[], at: number, closed: boolean): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line) return false;
  return someNear(lines, at, (other, after) => {
    if (keyOf(other) !== keyOf(line)) return false;
    const sameNext = next && after && after.gap === 0 && keyOf(after) === keyOf(next);
    return closed || !sameNext;
  });
}

function standsAsLine(lines: readonly TextLine[], key: string, at: number): boolean {
  return someNear(lines, at, (other) => keyOf(other) === key);
}

/** Whether the same line appears again within the reach of a head. */
export function isRepeatedNear(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && standsAsLine(lines, keyOf(line), at);
}

/** Whether any line within the reach of a head, except the one at `at`, passes a test. */
function someNear(
  lines: readonly TextLine[],
  at: number,
  test: (line: TextLine, after: TextLine | undefined) => boolean,
): boolean {
  const to = Math.min(lines.length, at + ARTICLE_LIMITS.headLines);
  for (let index = Math.max(0, at - ARTICLE_LIMITS.headLines); index < to; index += 1) {
    const line = lines[index];
    if (index !== at && line && test(line, lines[index + 1])) return true;
  }
  return false;
}

function firstWord(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}
