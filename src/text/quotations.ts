/** Speech from its opening to its closing mark, both included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

/** If no closing mark follows within this many characters, the opening mark was stray. */
const MAX_LENGTH = 1500;

const MARK = /["“”„«»‘’'\n]/g;
const SINGLE = /[‘’']/;

/** Words that begin with an apostrophe because their front is elided: "'em", "'90s". */
const ELISION = /^['‘’](?:em|til|cause|tis|twas|bout|round|n|\d0s)\b/i;

/**
 * Finds a text's quotations in order, outermost only, however many sentences each contains. The
 * white space around a mark tells whether it opens or closes, so the marks of all languages are
 * read alike. Speech that a paragraph leaves open (because the next one continues it) ends with the
 * paragraph.
 */
export function findQuotations(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  let open: { readonly start: number; readonly single: boolean } | undefined;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (open && index - open.start > MAX_LENGTH) open = undefined;
    if (mark === '\n') {
      if (open && !open.single) quotations.push({ start: open.start, end: index });
      open = undefined;
      continue;
    }
    const single = SINGLE.test(mark);
    if (open) {
      if (open.single !== single || !closes(text, index)) continue;
      quotations.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (opens(text, index, single)) open = { start: index, single };
  }
  return quotations;
}

function opens(text: string, at: number, single: boolean): boolean {
  if (at > 0 && !/[\s([—–:-]/.test(text.charAt(at - 1))) return false;
  if (!/\S/.test(text.charAt(at + 1))) return false;
  return !single || !ELISION.test(text.slice(at, at + 8));
}

function closes(text: string, at: number): boolean {
  return !/\s/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/**
 * Returns a test of whether a position is inside a quotation. Positions must be tested in ascending
 * order.
 */
export function createInsideTest(quotations: readonly Quotation[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < quotations.length && quotations[next]!.end <= at) next += 1;
    return next < quotations.length && quotations[next]!.start < at;
  };
}
