import { trimEndWhile } from '../../text/trim-end-while.ts';
import { cleanText } from '../clean-text.ts';
import { decodeEntities } from './decode-entities.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { childOf, childrenOf, hasElements, textOf, type XmlNode } from './xml-node.ts';

/** Reads an entry's author. Undefined if only an e-mail address is given. */
export function readAuthor(entry: XmlNode): string | undefined {
  for (const name of AUTHOR_ELEMENTS) {
    const names = childrenOf(entry, name).map(readPerson);
    const joined = joinNames(names);
    if (joined !== undefined) return joined;
  }
  return undefined;
}

const AUTHOR_ELEMENTS = [
  'author',
  'dc:creator',
  'dc:author',
  'atom:author',
  'creator',
  'byline',
  'itunes:author',
];

/** Joins several names into one line, each once. */
export function joinNames(names: readonly (string | undefined)[]): string | undefined {
  const known = [...new Set(names.filter((name) => name !== undefined))];
  return known.length === 0 ? undefined : known.join(', ').slice(0, FEED_LIMITS.maxFieldChars);
}

function readPerson(node: XmlNode): string | undefined {
  if (!hasElements(node)) return readPersonName(textOf(node));
  const name = childOf(node, 'name', 'atom:name', 'dc:title', 'title');
  return readPersonName(textOf(name ?? node));
}

/**
 * Extracts a name from a line with an e-mail address: "me@example.com (A. Writer)", "A. Writer
 * <me@example.com>", "mailto:me@example.com". Undefined if there is no name.
 */
export function readPersonName(printed: string): string | undefined {
  const start = printed.slice(0, FEED_LIMITS.maxFieldChars);
  const text = cleanText(decodeEntities(start.replace(/<\/?[a-z][^<>@]*>/giu, ' ')));
  const bare = text
    .replace(/(?:mailto:)?[^\s<>()[\]"',;:]+/giu, (word) => (isMailAddress(word) ? ' ' : word))
    .replace(/[<([]\s*[>)\]]/gu, ' ');
  const isReplaced = bare !== text;
  const name = isReplaced ? trimEndWhile(bare.replace(/^[\s<([]+/u, ''), /[\s>)\],;:]/u) : text;
  const trimmed = cleanText(name).replace(LABEL, '');
  // Names that publishing systems use if nobody signed.
  if (
    trimmed === '' ||
    /^(?:no-?reply|unknown|admin|administrator|webmaster|https?:\/\/\S+)$/iu.test(trimmed)
  )
    return undefined;
  return trimmed.slice(0, FEED_LIMITS.maxFieldChars);
}

/** "By Ana Renn", "Por: Ana Renn". "Von" alone may belong to a name, so two words have to follow it. */
const LABEL =
  /^(?:(?:[Bb]y|BY) (?=\p{Lu})|(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f|[Oo]leh) (?=\p{Lu}\S{0,40} \p{Lu})|\p{L}{2,12} ?: ?(?=\p{Lu}))/u;

/** "a@b.c", perhaps behind "mailto:". */
function isMailAddress(word: string): boolean {
  const at = word.indexOf('@', 1);
  return at > 0 && word.lastIndexOf('.', word.length - 2) > at + 1;
}
