import { createFindClosing, type FindClosing } from './find-closing.ts';
import { MARKDOWN_DEPTH } from './markdown-depth.ts';
import type { Inline } from './nodes.ts';
import { findOpaque } from './opaque.ts';
import { openMarks } from './open-marks.ts';
import type { Read } from './read-angle.ts';
import { runLength } from './read-code.ts';
import { pairBrackets, readBareLink, readLinkTarget } from './read-link.ts';
import { textOf } from './text-of.ts';

/** Where a text is nested. */
interface Nesting {
  readonly depth: number;
  /** Whether it is a link's text, in which links and other clickable nodes aren't allowed. */
  readonly inLink: boolean;
}

interface Piece extends Nesting {
  readonly text: string;
  readonly opaque: ReadonlyMap<number, Read>;
  readonly brackets: ReadonlyMap<number, number>;
  readonly findClosing: FindClosing;
}

/** Parses inline markdown as Discord does. Accepts any text and takes time linear in its length. */
export function parseInline(
  text: string,
  nesting: Nesting = { depth: 0, inLink: false },
): readonly Inline[] {
  if (nesting.depth > MARKDOWN_DEPTH.inline) return [{ kind: 'text', text }];
  const opaque = findOpaque(text);
  const piece: Piece = {
    ...nesting,
    text,
    opaque,
    brackets: pairBrackets(text, opaque),
    findClosing: createFindClosing(text, opaque),
  };
  const nodes: Inline[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const read = readAt(piece, at);
    if (read && read.node.kind !== 'text') {
      if (plain) nodes.push({ kind: 'text', text: plain });
      plain = '';
      nodes.push(read.node);
    } else {
      plain += read?.node.kind === 'text' ? read.node.text : text.slice(at, skipFrom(text, at));
    }
    at = read?.end ?? skipFrom(text, at);
  }
  if (plain) nodes.push({ kind: 'text', text: plain });
  return nodes;
}

/** A mark that opens no style is text as a whole: in `**a`, the second star opens none either. */
function skipFrom(text: string, at: number): number {
  if (text[at] === '`') return at + runLength(text, at);
  return at + (/^(?:\*\*|__|~~|\|\|)/.test(text.slice(at, at + 2)) ? 2 : 1);
}

function readAt(piece: Piece, at: number): Read | undefined {
  const { text, inLink } = piece;
  const inside = piece.opaque.get(at);
  if (inside) return inLink && isClickable(inside.node) ? undefined : inside;
  switch (text.charAt(at)) {
    case '[':
      return inLink ? undefined : readMaskedLink(piece, at);
    case 'h':
      return inLink ? undefined : readBareLink(text, at);
    case '@':
      return readEveryone(text, at);
    default:
      return readStyled(piece, at);
  }
}

function isClickable(node: Inline): boolean {
  return ['user', 'role', 'channel', 'command', 'link'].includes(node.kind);
}

function readEveryone(text: string, at: number): Read | undefined {
  const raw = ['@everyone', '@here'].find((name) => text.startsWith(name, at));
  return raw === undefined ? undefined : { node: { kind: 'everyone', raw }, end: at + raw.length };
}

function readStyled(piece: Piece, at: number): Read | undefined {
  for (const mark of openMarks(piece.text, at)) {
    const start = at + mark.text.length;
    const end = piece.findClosing(mark, start);
    if (end === undefined) continue;
    const children = parseInline(piece.text.slice(start, end), {
      depth: piece.depth + 1,
      inLink: piece.inLink,
    });
    return { node: { kind: mark.kind, children }, end: end + mark.text.length };
  }
  return undefined;
}

/** A link whose text is empty or contains an address stays as written. */
function readMaskedLink(piece: Piece, at: number): Read | undefined {
  const close = piece.brackets.get(at);
  if (close === undefined) return undefined;
  const target = readLinkTarget(piece.text, close + 1);
  if (!target) return undefined;
  const children = parseInline(piece.text.slice(at + 1, close), {
    depth: piece.depth + 1,
    inLink: true,
  });
  const label = textOf(children);
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(label) || /(?:https?|discord):\/\//i.test(label)) {
    return undefined;
  }
  const { end, ...link } = target;
  return { node: { kind: 'link', ...link, children }, end };
}
