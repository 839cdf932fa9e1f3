import { Parser } from 'htmlparser2';

/** Entities that a document declares for itself: name → text. */
export type DeclaredEntities = ReadonlyMap<string, string>;

/**
 * Text with its references resolved once: numbers, HTML's names, and `declared` ones. What is no
 * reference stays as it is, so a bare "&" does no harm.
 */
export function decodeEntities(
  text: string,
  declared?: (name: string) => string | undefined,
): string {
  let at = text.indexOf('&');
  if (at === -1) return text;
  let decoded = '';
  let from = 0;
  while (at !== -1) {
    const end = text.indexOf(';', at);
    if (end === -1) break;
    // Only what stands between the last "&" and the ";" can be a name.
    const start = text.lastIndexOf('&', end);
    const sign =
      end - start > MAX_NAME_CHARS ? undefined : resolve(text.slice(start + 1, end), declared);
    if (sign !== undefined) {
      decoded += text.slice(from, start) + sign;
      from = end + 1;
    }
    at = text.indexOf('&', end);
  }
  return from === 0 ? text : decoded + text.slice(from);
}

const MAX_NAME_CHARS = 42;

function resolve(
  name: string,
  declared: ((name: string) => string | undefined) | undefined,
): string | undefined {
  if (name.startsWith('#')) {
    const isHex = name[1] === 'x' || name[1] === 'X';
    const digits = name.slice(isHex ? 2 : 1);
    const isNumber = isHex ? /^[\da-f]{1,7}$/iu.test(digits) : /^\d{1,8}$/u.test(digits);
    return isNumber ? fromCode(Number.parseInt(digits, isHex ? 16 : 10)) : undefined;
  }
  return declared?.(name) ?? namedEntity(name);
}

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
  if (!/^[a-z][a-z\d]{1,31}$/iu.test(name)) return undefined;
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
