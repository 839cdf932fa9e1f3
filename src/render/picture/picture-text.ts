import { sanitizeLine } from '../sanitize-text.ts';

/**
 * Characters that the fonts of the pictures can't draw; they would be empty boxes. Noto Sans also
 * has Devanagari letters, but resvg draws them on top of each other.
 */
const NOT_DRAWABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\u0300-\u0303\u0308\u064b-\u0655 -~¡-¿×÷‐-‧‰‹›€№™−]/gu;
/** Length of a name that is examined; no line is longer. */
const MAX_CHARS = 200;
const MARK = '…';

/**
 * The drawable part of a name, on one line: no emoji, no stacked accents. Empty if its letters are
 * of a script that the fonts lack, because half a name would be another name.
 */
export function drawableName(name: string): string {
  // A split surrogate pair becomes a replacement character, which isn't drawn. Compatibility forms
  // are normalized: fonts have A, but not the full-width A of Japanese texts.
  const line = sanitizeLine(name.slice(0, MAX_CHARS)).normalize('NFKC').slice(0, MAX_CHARS);
  const drawn = line.replaceAll(NOT_DRAWABLE, '').replaceAll(/(\p{M}{2})\p{M}+/gu, '$1');
  const isWhole = countLetters(drawn) === countLetters(line);
  return isWhole && /[\p{L}\p{N}]/u.test(drawn) ? drawn.replaceAll(/ +/gu, ' ').trim() : '';
}

/** Cuts a line of text to a width in units, with "…" if something was removed. */
export function cutToWidth(text: string, maxWidth: number, fontSize: number): string {
  if (widthOf(text, fontSize) <= maxWidth) return text;
  const graphemes = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  let kept = '';
  for (const grapheme of graphemes) {
    if (widthOf(kept + grapheme + MARK, fontSize) > maxWidth) break;
    kept += grapheme;
  }
  return kept.trimEnd() + MARK;
}

/**
 * Widths of ASCII and some other characters in Noto Sans, as shares of the font size. Other letters
 * differ less, and are estimated rather too wide than too narrow.
 */
const SHARES: ReadonlyMap<string, number> = new Map(
  (
    [
      ["'", 0.23],
      [' ijl!,.:;J', 0.27],
      ['()`', 0.3],
      ['-[]If’‘', 0.34],
      ['t/\\{}', 0.38],
      ['r"_?', 0.44],
      ['zcs', 0.48],
      ['vyFLkx', 0.53],
      ['*S|ETae$+0123456789<=>YZ^~', 0.572],
      ['XPVo', 0.605],
      ['bdgpqKRhnu', 0.62],
      ['CA#B', 0.65],
      ['&DGU', 0.73],
      ['HNwOQ…', 0.79],
      ['%@', 0.9],
      ['MWm', 0.94],
      ['—', 1],
    ] as const
  ).flatMap(([characters, share]) => Array.from(characters, (one) => [one, share] as const)),
);

/** Approximate width of a line in Noto Sans. Bold text is a twentieth wider. */
export function widthOf(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += shareOf(character);
  return width * fontSize;
}

function shareOf(character: string): number {
  if (/\p{M}|\u200b|\u200c|\u200d|\u200e|\u200f/u.test(character)) return 0;
  // An accent doesn't make a letter wider.
  const [base = character] = character.normalize('NFD');
  return SHARES.get(base) ?? (/\p{Lu}/u.test(character) ? 0.72 : 0.62);
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
