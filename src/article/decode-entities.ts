import { Parser } from 'htmlparser2';

/** Entities that a document declares for itself: name → text. */
export type DeclaredEntities = ReadonlyMap<string, string>;

/**
 * Text with its references resolved once: numbers, HTML's names, and `declared` ones. What is no
 * reference stays as it is, so a bare "&" does no harm.
 */
export function decodeEntities(text: string, declared?: (name: string) => string | undefined) {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return fromCode(Number.parseInt(decimal, 10));
    if (hex !== undefined) return fromCode(Number.parseInt(hex, 16));
    return declared?.(name ?? '') ?? namedEntity(name ?? '') ?? whole;
  });
}

const REFERENCE = /&(?:#(\d{1,8});?|#x([\da-f]{1,7});?|([a-z][\w:.-]{0,40});)/giu;

/** Numbers from 128 to 159 mean Windows-1252, as in browsers. */
function fromCode(code: number): string {
  const isReal = code > 0 && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff);
  if (!isReal) return '\uFFFD';
  return WINDOWS[code - 0x80] ?? String.fromCodePoint(code);
}

const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'.split('');

/** HTML's names, each asked of the HTML parser once. */
function namedEntity(name: string): string | undefined {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) });
  parser.end(`&${name};`);
  if (text.startsWith('&') && name !== 'amp') return undefined;
  NAMES.set(name, text);
  return text;
}

const NAMES = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
