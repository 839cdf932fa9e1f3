/** A stretch from an opening mark to its closing mark, both included. */
export interface EnclosedSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Longer quotations and asides are split like other text; unsplit, they would be too long to show.
 */
const MAX_ENCLOSED_LENGTH = 300;

/** With more marks than this inside, it isn't a quotation but a row of marks. */
const MAX_INNER_MARKS = 20;

const MARKS = /["“”„«»()[\]「」『』（）]/g;
const CLOSING: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”', '"'],
  '„': ['“', '”'],
  '”': ['”'],
  '«': ['»'],
  '»': ['«'],
  '(': [')'],
  '[': [']'],
  '「': ['」'],
  '『': ['』'],
  '（': ['）'],
};

/**
 * Finds short quotations and brackets, outermost only, in order. Sentences aren't split inside
 * them, so no reader sees half a quotation.
 */
export function enclosedSpans(block: string): EnclosedSpan[] {
  const spans: EnclosedSpan[] = [];
  const marks = findMarks(block);
  let free = 0;
  for (let i = 0; i < marks.length; i++) {
    const open = marks[i]!;
    if (open.index < free || !opens(block, open[0], open.index)) continue;
    const end = closingEnd(block, marks, i);
    if (end === undefined) continue;
    spans.push({ start: open.index, end });
    free = end;
  }
  return spans;
}

// `matchAll` would create a new pattern for each block.
function findMarks(block: string): RegExpExecArray[] {
  const marks: RegExpExecArray[] = [];
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(block); mark; mark = MARKS.exec(block)) marks.push(mark);
  return marks;
}

function opens(block: string, mark: string, at: number): boolean {
  if (!Object.hasOwn(CLOSING, mark)) return false;
  // The opening mark of one language closes in another; white space tells which it is here.
  if (!'"”»'.includes(mark)) return true;
  const before = block.charAt(at - 1);
  return (at === 0 || /[\s([—–-]/.test(before)) && /\S/.test(block.charAt(at + 1));
}

function closingEnd(
  block: string,
  marks: readonly RegExpExecArray[],
  from: number,
): number | undefined {
  const open = marks[from]!;
  const closing = CLOSING[open[0]]!;
  let depth = 1;
  for (const mark of marks.slice(from + 1, from + 1 + MAX_INNER_MARKS)) {
    if (mark.index - open.index > MAX_ENCLOSED_LENGTH) return undefined;
    if (closing.includes(mark[0]) || closesItself(block, open[0], mark)) depth -= 1;
    else if (mark[0] === open[0]) depth += 1;
    if (depth === 0) return mark.index + 1;
  }
  return undefined;
}

/** Swedish closes with the mark it opened with: »Vi går», sade han. So do misprints: «Nein!« */
function closesItself(
  block: string,
  opening: string,
  { 0: mark, index }: RegExpExecArray,
): boolean {
  if (mark !== opening || !'«»'.includes(mark)) return false;
  return (
    /\S/.test(block.charAt(index - 1)) &&
    !/[\p{L}\p{N}\p{Ps}]/u.test(block.charAt(index + 1) || ' ')
  );
}
