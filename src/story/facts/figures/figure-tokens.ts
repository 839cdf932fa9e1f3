/** A word, number or mark of a sentence, with its position in the sentence. */
export interface FigureToken {
  /** In small letters; digits without separators of thousands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital. */
  readonly isCapital: boolean;
}

/** The words of the tokens from one up to another, without numbers and marks. */
export function wordsBetween(tokens: readonly FigureToken[], from: number, to: number): string[] {
  return tokens
    .slice(Math.max(0, from), to)
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => text);
}

/** Numbers as printed, also with spaces around their marks: "26,000", "5.9", "5 . 9", "26 , 000". */
const TOKEN =
  /\p{Nd}{1,3}(?: ?, ?\p{Nd}{3}(?!\p{Nd}))+(?: ?\. ?\p{Nd}+)?|\p{Nd}+(?: ?\. ?\p{Nd}+)?|[\p{L}\p{M}]+(?:['’.](?=\p{L})[\p{L}\p{M}]+)*|[^\s]/gu;

/** Splits a sentence into words, numbers and marks. */
export function splitFigureTokens(sentence: string): FigureToken[] {
  return [...sentence.matchAll(TOKEN)].map(({ 0: text, index }) => {
    const start = index;
    const end = index + text.length;
    if (/^\p{Nd}/u.test(text)) {
      const digits = text.replaceAll(/[ ,]/g, '');
      return { text: digits, start, end, kind: 'number', isCapital: false };
    }
    const isWord = /^\p{L}/u.test(text);
    return {
      text: text.toLowerCase(),
      start,
      end,
      kind: isWord ? 'word' : 'mark',
      isCapital: isWord && /^\p{Lu}/u.test(text),
    };
  });
}
