import { decodeEntities, type DeclaredEntities } from './decode-entities.ts';
import { FEED_LIMITS } from './feed-limits.ts';

/** A document without its type declaration, and the entities that it declared. */
export interface Doctype {
  readonly text: string;
  readonly entities: DeclaredEntities;
}

/**
 * Removes the document type declaration from an XML document. Of its entities only short plain
 * texts are kept. Nothing is fetched, and no entity may contain others, so none can grow.
 */
export function readDoctype(text: string): Doctype {
  const entities = new Map<string, string>();
  const start = skipProlog(text);
  if (!/^<!doctype\b/iu.test(text.slice(start, start + 10))) return { text, entities };
  const end = findEnd(text, start);
  const declaration = text.slice(start, end);
  for (const [, name = '', , value = ''] of declaration.matchAll(ENTITY)) {
    if (entities.size >= FEED_LIMITS.maxEntities) break;
    const isPlain = value.length <= FEED_LIMITS.maxEntityChars && !/&(?!#)|%/u.test(value);
    if (isPlain && !entities.has(name)) entities.set(name, decodeEntities(value));
  }
  return { text: text.slice(0, start) + text.slice(end), entities };
}

const ENTITY = /<!entity\s+([\w:.-]{1,40})\s+(["'])([^"'<]*)\2\s*>/giu;

/** The end of the declaration: after "]>" if it has an internal subset, else after ">". */
function findEnd(text: string, start: number): number {
  const close = text.indexOf('>', start);
  const open = text.indexOf('[', start);
  if (close === -1) return text.length;
  if (open === -1 || open > close) return close + 1;
  const inner = /\]\s*>/gu;
  inner.lastIndex = open;
  const match = inner.exec(text);
  return match ? match.index + match[0].length : close + 1;
}

/** The position of the first markup that isn't a comment or a processing instruction. */
function skipProlog(text: string): number {
  let at = text.indexOf('<');
  while (at !== -1) {
    const [opening, ending] = text.startsWith('<!--', at) ? ['<!--', '-->'] : ['<?', '?>'];
    if (!text.startsWith(opening, at)) return at;
    const end = text.indexOf(ending, at + opening.length);
    at = end === -1 ? -1 : text.indexOf('<', end);
  }
  return text.length;
}
