import { createRandom } from './random.ts';

/** What breaks parsers: marks that open and never close, odd characters, numbers and names of objects. */
const PIECES = [
  '<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?xml', '<!DOCTYPE', '&', '&#', '&#x110000;', '&amp;amp;', '&lt;',
  '"', "'", '{', '}', '[', ']', '\\', '\\u', ':', ',', '(', ')', '|', '#', '---\n', '...', '\n\n', '\r', '\t', '\u0000',
  '\uFEFF', '\ud800', '\udfff', '\u202e', '\u200b', '\u00ad', '\u0301', '٣', '港', 'ß', '😀', '%', '%zz', '://', '@', '=',
  '-1', '0', '1e999', '99999999999999999999', '2024-13-45', 'null', 'true', '__proto__', 'constructor', 'toString',
  'source:', 'since:', '-country:', '"" ""', '* *', '@hourly', 'xml:base="::"', ' encoding="x-none"', 'TT\n', 'Title: ',
] as const; // prettier-ignore

/**
 * Creates a stream of mutated texts: pieces of the given ones cut, doubled, mixed, moved and broken. The
 * same seed gives the same texts. None is longer than `maxChars`.
 */
export function createMutations(
  originals: readonly string[],
  seed: number,
  maxChars = 6000,
): () => string {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const any = (): string => originals[below(originals.length)] ?? '';
  const range = (text: string): [from: number, to: number] => {
    const from = below(text.length + 1);
    return [from, Math.min(text.length, from + below(Math.min(text.length, 200) + 1))];
  };
  const mutations: readonly ((text: string) => string)[] = [
    (text) => insert(text, below(text.length + 1), PIECES[below(PIECES.length)] ?? ''),
    (text) =>
      insert(
        text,
        below(text.length + 1),
        (PIECES[below(PIECES.length)] ?? '').repeat(1 + below(60)),
      ),
    (text) => text.slice(0, below(text.length + 1)),
    (text) => text.slice(below(text.length + 1)),
    (text) => {
      const [from, to] = range(text);
      return text.slice(0, from) + text.slice(to);
    },
    (text) => {
      const [from, to] = range(text);
      return insert(text, below(text.length + 1), text.slice(from, to).repeat(1 + below(4)));
    },
    (text) => {
      const other = any();
      const [from, to] = range(other);
      return insert(text, below(text.length + 1), other.slice(from, to));
    },
    (text) => {
      const at = below(text.length + 1);
      return insert(text.slice(0, at) + text.slice(at + 1), at, String.fromCharCode(below(0x2100)));
    },
  ];
  return () => {
    let text = any();
    for (let times = 1 + below(6); times > 0; times -= 1)
      text = mutations[below(mutations.length)]!(text).slice(0, maxChars);
    return text;
  };
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}
