/** Speech from its opening to its closing mark, both included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

/** If no closing mark follows within this many characters, the opening mark was stray. */
const MAX_LENGTH = 1500;

const MARK = /["“”„«»‹›‚‘’'「」『』\n]/g;
const FAMILIES: Readonly<Record<string, Family>> = {
  '‚': 'single',
  '‘': 'single',
  '’': 'single',
  "'": 'single',
  '«': 'angle',
  '»': 'angle',
  '‹': 'single angle',
  '›': 'single angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'white corner',
  '』': 'white corner',
};

/** Marks that open and close quotations of one another. */
type Family = 'single' | 'double' | 'angle' | 'single angle' | 'corner' | 'white corner';

/** Words that begin with an apostrophe because their front is elided: "'em", "'90s". */
const ELISION = /^['‘’](?:em|til|cause|tis|twas|bout|round|n|\d0s)\b/i;

/** Scripts without spaces between words, and their punctuation. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、：；！？（《]/u;

/** Arabic joins "and", "in" and the like to the word that follows, or to its mark. */
const ARABIC_PREFIX = /(?:^|\s)[وبلكف]{0,2}ـ?$/u;

/**
 * Finds a text's quotations in order, outermost only, however many sentences each contains. The
 * white space around a mark tells whether it opens or closes, so the marks of all languages are
 * read alike. Speech that a paragraph leaves open (because the next one continues it) ends with the
 * paragraph.
 */
export function findQuotations(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  let open: { readonly start: number; readonly family: Family } | undefined;
  MARK.lastIndex = 0;
  // `matchAll` would create a new pattern for each text.
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const { 0: mark, index } = match;
    if (open && index - open.start > MAX_LENGTH) open = undefined;
    if (mark === '\n') {
      if (open && open.family !== 'single') quotations.push({ start: open.start, end: index });
      open = undefined;
      continue;
    }
    const family = FAMILIES[mark] ?? 'double';
    if (open) {
      if (open.family !== family || !closes(text, index, open.start)) continue;
      quotations.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (opens(text, index, family)) open = { start: index, family };
  }
  return quotations;
}

function opens(text: string, at: number, family: Family): boolean {
  const mark = text.charAt(at);
  if (/[「『]/.test(mark)) return true;
  if (/[」』]/.test(mark)) return false;
  if (at > 0 && !mayPrecede(text, at, mark)) return false;
  // French has a space inside its marks.
  if (!/\S/.test(text.charAt(at + 1)) && !/[«‹]/.test(mark)) return false;
  return family !== 'single' || !ELISION.test(text.slice(at, at + 8));
}

/** Whether an opening mark can follow what stands before it. */
function mayPrecede(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1);
  if (/[\s([—–:-]/.test(before)) return true;
  if (mark === '“' && UNSPACED.test(before)) return true;
  return ARABIC_PREFIX.test(text.slice(Math.max(0, at - 4), at));
}

function closes(text: string, at: number, start: number): boolean {
  const mark = text.charAt(at);
  if (/[」』]/.test(mark)) return true;
  if (/[「『]/.test(mark)) return false;
  const after = text.charAt(at + 1);
  // German sets the pair the other way round.
  if (/[«»‹›]/.test(mark) && mark !== text.charAt(start)) return true;
  if (/\s/.test(text.charAt(at - 1))) return false;
  return !/[\p{L}\p{N}]/u.test(after) || (mark === '”' && UNSPACED.test(after));
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
