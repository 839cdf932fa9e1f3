import { readAddress } from './read-address.ts';
import type { Read } from './read-angle.ts';

/** The target of a masked link. */
export interface LinkTarget {
  readonly href: string;
  readonly title?: string;
  /** The index after the closing parenthesis. */
  readonly end: number;
}

const BARE = /https?:\/\/[^\s<]+[^\s<.,:;"'\]*_~|]/y;
const SCHEME = /(?:https?|discord):\/\//iy;
const TITLE = /[ \t]+"([^"\n]*)"/y;

/** Maps the index of each opening bracket to that of its closing bracket. */
export function pairBrackets(
  text: string,
  opaque: ReadonlyMap<number, Read>,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at = opaque.get(at)?.end ?? at + 1) {
    if (opaque.has(at)) continue;
    if (text[at] === '[') open.push(at);
    const opening = text[at] === ']' ? open.pop() : undefined;
    if (opening !== undefined) pairs.set(opening, at);
  }
  return pairs;
}

/** Reads `(https://… "title")`; undefined if the address may not be opened. */
export function readLinkTarget(text: string, at: number): LinkTarget | undefined {
  if (text[at] !== '(') return undefined;
  const angle = text[at + 1] === '<';
  const start = at + (angle ? 2 : 1);
  // Checked first, because the end of the address may be far away.
  SCHEME.lastIndex = start;
  if (!SCHEME.test(text)) return undefined;
  const addressEnd = endOfAddress(text, start);
  const href = readAddress(text.slice(start, addressEnd));
  if (href === undefined || (angle && text[addressEnd] !== '>')) return undefined;
  const afterAddress = addressEnd + (angle ? 1 : 0);
  TITLE.lastIndex = afterAddress;
  const [written = '', title] = TITLE.exec(text) ?? [];
  const end = afterAddress + written.length;
  if (text[end] !== ')') return undefined;
  return { href, ...(title ? { title } : {}), end: end + 1 };
}

/** Reads an address that is written in the text without marks. */
export function readBareLink(text: string, at: number): Read | undefined {
  if (/\w/.test(text[at - 1] ?? '')) return undefined;
  BARE.lastIndex = at;
  const match = BARE.exec(text)?.[0];
  if (match === undefined) return undefined;
  const written = match.slice(0, endOfAddress(match, 0));
  const href = readAddress(written);
  if (href === undefined) return undefined;
  return {
    node: { kind: 'link', href, children: [{ kind: 'text', text: written }] },
    end: at + written.length,
  };
}

/** An address ends before a space, an angle bracket, or a closing bracket without an opening one. */
function endOfAddress(text: string, start: number): number {
  let round = 0;
  let square = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (/[\s<>]/.test(char)) return at;
    round += char === '(' ? 1 : char === ')' ? -1 : 0;
    square += char === '[' ? 1 : char === ']' ? -1 : 0;
    if (round < 0 || square < 0) return at;
  }
  return text.length;
}
