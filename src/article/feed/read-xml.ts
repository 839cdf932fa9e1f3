import { Parser } from 'htmlparser2';
import type { Steps } from '../../slices.ts';
import { decodeEntities } from './decode-entities.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { readDoctype } from './read-doctype.ts';
import { resolveUrl } from './resolve-url.ts';
import { prefixOfNamespace, prefixOfUndeclared } from './xml-namespaces.ts';
import type { XmlNode } from './xml-node.ts';

/** An open element and the prefixes in scope inside it. */
interface OpenElement {
  readonly node: XmlNode;
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * Reads XML into elements, in steps, however malformed it is: bare "&", unclosed elements, undeclared
 * prefixes. Undefined if it exceeds the limits of depth or number of elements. `base` is the
 * document's own address.
 */
export function* readXml(xml: string, base?: string): Steps<XmlNode | undefined> {
  const { text, entities } = readDoctype(xml);
  const root: XmlNode = { name: '', attributes: {}, children: [], base, lang: undefined };
  const open: OpenElement[] = [{ node: root, prefixes: new Map() }];
  let nodes = 0;
  let expanded = 0;
  let isVerbatim = false;

  const expand = (name: string): string | undefined => {
    const value = entities.get(name);
    expanded += value?.length ?? 0;
    return expanded > FEED_LIMITS.maxExpandedChars ? undefined : value;
  };
  const parser = new Parser(
    {
      onopentag(tag, raw) {
        nodes += 1;
        if (open.length > FEED_LIMITS.maxDepth || nodes > FEED_LIMITS.maxNodes) throw BEYOND_LIMITS;
        const above = open.at(-1) ?? { node: root, prefixes: new Map() };
        const element = openElement(tag, decodeValues(raw, expand), above);
        above.node.children.push(element.node);
        open.push(element);
      },
      onclosetag: () => void open.pop(),
      ontext(part) {
        const { children } = open.at(-1)?.node ?? root;
        const last = children.at(-1);
        if (typeof last === 'string' && last.length > FEED_LIMITS.maxMarkupChars) return;
        const kept = part.slice(0, FEED_LIMITS.maxMarkupChars);
        const decoded = isVerbatim ? kept : decodeEntities(kept, expand);
        if (typeof last === 'string') children[children.length - 1] = last + decoded;
        else children.push(decoded);
      },
      oncdatastart: () => (isVerbatim = true),
      oncdataend: () => (isVerbatim = false),
    },
    { xmlMode: true, decodeEntities: false },
  );
  try {
    for (let from = 0; from < text.length;) {
      // No reference is cut in two behind a ">".
      const end = text.indexOf('>', from + CHARS_A_STEP) + 1 || text.length;
      parser.write(text.slice(from, end));
      from = end;
      yield;
    }
    parser.end();
  } catch (error) {
    if (error !== BEYOND_LIMITS) throw error;
    return undefined;
  }
  return root;
}

/** Well below a millisecond of work. */
const CHARS_A_STEP = 8192;

/** Stops the parser from inside, which it has no other way to do. */
const BEYOND_LIMITS = new Error('too deep or too many elements');

function openElement(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  { node: above, prefixes: known }: OpenElement,
): OpenElement {
  const prefixes = declarePrefixes(attributes, known, above.name === '');
  const [prefix, local] = splitName(tag.toLowerCase());
  const space = prefixes.get(prefix) ?? prefixOfUndeclared(prefix);
  const name = space === '' ? local : `${space}:${local}`;
  const base = resolveUrl(attributes['xml:base'] ?? attributes['base'], above.base);
  const lang = attributes['xml:lang'] ?? above.lang;
  return { node: { name, attributes, children: [], base: base ?? above.base, lang }, prefixes };
}

/**
 * The prefixes in scope inside an element. The root's default namespace is the feed's own, whatever
 * its address.
 */
function declarePrefixes(
  attributes: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, string>,
  isOutermost: boolean,
): ReadonlyMap<string, string> {
  let prefixes: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const space = prefixOfNamespace(value);
    prefixes ??= new Map(known);
    prefixes.set(name.slice('xmlns:'.length), isOutermost && name === 'xmlns' ? '' : space);
  }
  return prefixes ?? known;
}

function splitName(tag: string): [prefix: string, local: string] {
  const colon = tag.indexOf(':');
  return colon === -1 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
}

function decodeValues(
  attributes: Readonly<Record<string, string>>,
  expand: (name: string) => string | undefined,
): Record<string, string> {
  const decoded: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name of Object.keys(attributes)) {
    decoded[name.toLowerCase()] = decodeEntities(attributes[name] ?? '', expand);
  }
  return decoded;
}
