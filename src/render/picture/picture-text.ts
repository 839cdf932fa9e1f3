import { sanitizeLine } from '../sanitize-text.ts';

/**
 * All but what the fonts of the pictures can write; that would be empty boxes. Noto Sans has the
 * letters of Devanagari too, but resvg sets them over each other.
 */
const NOT_DRAWABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\u0300-\u0303\u0308\u064b-\u0655 -~¡-¿×÷‐-‧‰‹›€№™−]/gu;
/** So much of a name is looked at; no line is longer. */
const LOOKED_AT = 200;
const MARK = '…';

/**
 * The part of a name that can be drawn, on one line: no emoji, no towers of accents. Empty where its
 * letters are of a script that the fonts lack, for half a name would be another one.
 */
export function drawableName(name: string): string {
  // A pair cut in two becomes a replacement character, which is not drawn. Compatible forms are
  // spelled out: fonts have A, and not the wide A of Japanese texts.
  const line = sanitizeLine(name.slice(0, LOOKED_AT)).normalize('NFKC').slice(0, LOOKED_AT);
  const drawn = line.replaceAll(NOT_DRAWABLE, '').replaceAll(/(\p{M}{2})\p{M}+/gu, '$1');
  const isWhole = countLetters(drawn) === countLetters(line);
  return isWhole && /[\p{L}\p{N}]/u.test(drawn) ? drawn.replaceAll(/ +/gu, ' ').trim() : '';
}

/** Cuts a line of text to a width in units, with "…" where something was taken away. */
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
 * How wide the characters of ASCII and some more are in Noto Sans, as parts of the font's size. Other
 * letters differ less, and are taken to be rather too wide than too narrow.
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

/** About how wide a line is in Noto Sans; what is set bold is a twentieth wider. */
export function widthOf(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += shareOf(character);
  return width * fontSize;
}

function shareOf(character: string): number {
  if (/\p{M}|\u200b|\u200c|\u200d|\u200e|\u200f/u.test(character)) return 0;
  // An accent makes no letter wider.
  const [base = character] = character.normalize('NFD');
  return SHARES.get(base) ?? (/\p{Lu}/u.test(character) ? 0.72 : 0.62);
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
