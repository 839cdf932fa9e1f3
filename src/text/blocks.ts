/** A stretch of text that no sentence crosses: a paragraph, a line of a list, a list item. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const BULLET = /(?<=^|\s)[•⁃‣◦▪●]/g;
const ANY_BULLET = /[•⁃‣◦▪●]/;
/**
 * The first marker of a list at the start of a block: "1.", "1)", "1.)", "a.", with or without a
 * bullet.
 */
const FIRST_MARK = /^\s*(?:[•⁃‣◦▪●]\s*)?(1|a|A)(\.\)|\)|\.)\s/;

/** The first marker of a list inside a line, after what announces it: "three aims: 1. Cut taxes." */
const INNER_FIRST_MARK = /(?:[:;!?]|\p{Ll}{3,40}\.)["”’)]?\s(1)(\.\)|\)|\.)\s(?=\P{Ll})/u;

/** Splits a text at line breaks that end something, and splits inline lists at their markers. */
export function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of joinBrokenLines(text)) {
    let start = line.start;
    for (const mark of listMarks(text.slice(line.start, line.end))) {
      blocks.push({ start, end: line.start + mark });
      start = line.start + mark;
    }
    blocks.push({ start, end: line.end });
  }
  return blocks;
}

/**
 * Joins lines that were wrapped for print: a line that starts in lower case continues the line
 * above if that one started differently and did not end.
 */
function joinBrokenLines(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { start: number; end: number } | undefined;
  for (const line of findLines(text)) {
    if (open && continuesLine(text, open, line)) {
      open.end = line.end;
      continue;
    }
    if (open) blocks.push(open);
    open = { ...line };
  }
  if (open) blocks.push(open);
  return blocks;
}

function findLines(text: string): Block[] {
  const lines: Block[] = [];
  let start = 0;
  LINE_BREAK.lastIndex = 0;
  for (let match = LINE_BREAK.exec(text); match; match = LINE_BREAK.exec(text)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function continuesLine(text: string, open: Block, line: Block): boolean {
  const begins = /^[\p{Ll}\p{M}]/u.test(text.slice(line.start, line.end).trimStart());
  if (!begins) return false;
  const last = text.slice(Math.max(open.start, open.end - 40), open.end).trimEnd();
  const first = text.slice(open.start, open.start + 40).trimStart();
  return /[\p{L}\p{M}\p{N},;’'"”»)–—-]$/u.test(last) && !/^\p{Ll}/u.test(first);
}

/** Offsets of the second and later items of a list that is written on one line. */
function listMarks(line: string): number[] {
  // Searching for a bullet first is much faster than a lookbehind at every position.
  if (ANY_BULLET.test(line)) {
    const bullets = [...line.matchAll(BULLET)].map((match) => match.index).filter((at) => at > 0);
    if (bullets.length > 0) return bullets;
  }
  const first = FIRST_MARK.exec(line);
  return first ? itemMarks(line, first[0].length, first[1]!, first[2]!) : innerListMarks(line);
}

/** Two numbers may stand in any sentence, so a list inside a line has three, or two that follow a stop. */
function innerListMarks(line: string): number[] {
  // To look for plain texts first is much faster.
  if (!line.includes('1.') && !line.includes('1)')) return [];
  if (!/\s1[.)]/.test(line)) return [];
  const first = INNER_FIRST_MARK.exec(line);
  if (!first) return [];
  const after = first.index + first[0].length;
  const others = itemMarks(line, after, first[1]!, first[2]!);
  const isList =
    others.length > 1 ||
    (others.length === 1 && /[.;!?]["”’)]?\s$/.test(line.slice(after, others[0])));
  return isList ? [line.lastIndexOf('1', after - 1), ...others] : [];
}

/** Offsets of the items after the one with `first`. */
function itemMarks(line: string, from: number, first: string, end: string): number[] {
  const marks: number[] = [];
  let value = first;
  for (let at = from; ;) {
    value = nextValue(value);
    const found = line.indexOf(` ${value}${end} `, at);
    if (found === -1) return marks;
    marks.push(found + 1);
    at = found + 1;
  }
}

function nextValue(value: string): string {
  return /\d/.test(value)
    ? String(Number(value) + 1)
    : String.fromCodePoint(value.codePointAt(0)! + 1);
}
