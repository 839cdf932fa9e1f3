import type { Quotation } from '../../../text/quotations.ts';

/** Marks as corpora write them, with spaces on both sides. */
const MARK = /``|''|["“”„«»「」『』]/gu;
const OPENING = new Set(['``', '“', '„', '«', '「', '『']);
const CLOSING = new Set(['”', '»', '」', '』']);

/**
 * Pairs the marks of one sentence by their order alone, because in tokenized text no space tells an
 * opening mark from a closing one. A quotation may begin or end outside of the sentence.
 */
export function pairMarks(text: string, start: number, end: number): Quotation[] {
  const quotations: Quotation[] = [];
  const marks = [...text.slice(start, end).matchAll(MARK)];
  let open = beginsInside(text, start, marks) ? start : undefined;
  for (const { 0: mark, index } of marks) {
    const at = start + index;
    if (open !== undefined) {
      if (OPENING.has(mark) && mark !== '“') continue;
      if (mark === '“' && text[open] !== '„') continue;
      quotations.push({ start: open, end: at + mark.length });
      open = undefined;
    } else if (!CLOSING.has(mark)) open = at;
  }
  if (open !== undefined) quotations.push({ start: open, end });
  return quotations;
}

/** Whether a sentence begins inside a quotation: its first mark can only close one. */
function beginsInside(text: string, start: number, marks: readonly RegExpExecArray[]): boolean {
  const [first] = marks;
  if (!first) return false;
  if (CLOSING.has(first[0])) return true;
  if (OPENING.has(first[0]) || marks.length % 2 === 0) return false;
  return (
    /[,.!?] ?$/u.test(text.slice(Math.max(0, start + first.index - 2), start + first.index)) &&
    first.index > 1
  );
}
