import type { Steps } from '../../slices.ts';
import { beginsInside, endsSentence } from './headline.ts';
import type { TextLine } from './text-line.ts';

/** How an article's lines are broken: at paragraphs, or at a certain width. */
export interface Wrapping {
  /** Width at which lines are wrapped. Undefined if each line is a paragraph. */
  readonly width?: number;
}

/** Wider lines weren't wrapped by a program. */
const MAX_WIDTH = 160;
/**
 * In wrapped text, at least this share of the breaks inside runs is in the middle of a sentence.
 */
const MIN_OPEN_SHARE = 0.34;

/**
 * Detects how lines are broken. Text is wrapped if at least a third of the breaks between adjacent
 * lines are inside a sentence, and nearly all of those lines have no room for the next word.
 */
export function* findWrapping(lines: readonly TextLine[]): Steps<Wrapping> {
  const widths: number[] = [];
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    yield;
    const next = lines[index + 1];
    if (!next || next.gap > 0) continue;
    breaks += 1;
    if (!endsSentence(line.text)) widths.push(line.text.length);
  }
  if (breaks === 0 || widths.length / breaks < MIN_OPEN_SHARE) return {};
  widths.sort((a, b) => a - b);
  const width = widths[Math.floor((widths.length - 1) * 0.95)] ?? 0;
  return width >= 30 && width <= MAX_WIDTH ? { width } : {};
}

/** Whether `line` continues in `next`, the line directly below it. */
export function continues(line: TextLine, next: TextLine, { width }: Wrapping): boolean {
  if (next.gap > 0) return false;
  if (beginsInside(next.text) && !/[.!?。]["'”’»)]*$/u.test(line.text)) return true;
  if (width === undefined) return false;
  const hadRoom = line.text.length + 1 + firstWordLength(next.text) <= width;
  return !hadRoom || (!endsSentence(line.text) && line.text.length > width * 0.6);
}

/**
 * Whether a line is broken inside a sentence or a bracket that continues in `next`, judging only by
 * these two lines.
 */
export function isBrokenOff(line: TextLine, next: TextLine | undefined): boolean {
  if (!next || next.gap > 0) return false;
  const isBracketOpen = /[([][^()[\]]*$/u.test(line.text);
  return isBracketOpen || (!endsSentence(line.text) && /^["'“‘]?[\p{Ll}\d([]/u.test(next.text));
}

/** Joins wrapped lines. No space is added after a hyphen (soft or hard) or a slash at a break. */
export function joinLines(lines: readonly TextLine[]): string {
  let text = '';
  let joint = '';
  for (const line of lines) {
    text += joint + line.text;
    const glued = /\u00AD\s*$/u.test(line.raw) || /[\p{L}\p{N}][-/]$/u.test(line.text);
    joint = glued ? '' : ' ';
  }
  return text;
}

function firstWordLength(text: string): number {
  const space = text.indexOf(' ');
  return space === -1 ? text.length : space;
}
