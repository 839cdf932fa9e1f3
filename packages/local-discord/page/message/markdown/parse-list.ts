import { MARKDOWN_DEPTH } from './markdown-depth.ts';
import type { Block } from './nodes.ts';
import { parseInline } from './parse-inline.ts';

const BULLET = /^( *)(?:[-*]|(\d{1,9})\.) +(?=\S)/;
const INDENTED = /^ +\S/;

interface Item {
  readonly number?: number;
  /** The text of the item, then the lines indented below it. */
  readonly lines: string[];
}

/** Counts the lines from `first` on that belong to a list; 0 if no list begins there. */
export function countListLines(lines: readonly string[], first: number): number {
  if (!BULLET.test(lines[first] ?? '')) return 0;
  let end = first + 1;
  while (BULLET.test(lines[end] ?? '') || INDENTED.test(lines[end] ?? '')) end += 1;
  return end - first;
}

/**
 * Parses lines of which the first is a list item. Bullets and numbers at one level form separate
 * lists.
 */
export function parseList(lines: readonly string[], depth = 1): readonly Block[] {
  if (depth > MARKDOWN_DEPTH.lists) {
    return [{ kind: 'paragraph', children: parseInline(lines.join('\n')) }];
  }
  const lists: Item[][] = [];
  const base = indentOf(lines[0]);
  for (const line of lines) {
    const bullet = BULLET.exec(line);
    const current = lists.at(-1);
    if (!bullet || (current && indentOf(line) > base)) {
      current?.at(-1)?.lines.push(line);
      continue;
    }
    const item = {
      ...(bullet[2] === undefined ? {} : { number: Number(bullet[2]) }),
      lines: [line.slice(bullet[0].length)],
    };
    const sameKind = current && (current[0]?.number === undefined) === (item.number === undefined);
    if (sameKind) current.push(item);
    else lists.push([item]);
  }
  return lists.map((items) => ({
    kind: 'list',
    ...(items[0]?.number === undefined ? {} : { start: items[0].number }),
    items: items.map((item) => parseItem(item.lines, depth)),
  }));
}

function parseItem(lines: readonly string[], depth: number): readonly Block[] {
  const nested = lines.findIndex((line, index) => index > 0 && BULLET.test(line));
  const own = nested === -1 ? lines : lines.slice(0, nested);
  const text = own.map((line) => line.trim()).join('\n');
  return [
    { kind: 'paragraph', children: parseInline(text) },
    ...(nested === -1 ? [] : parseList(lines.slice(nested), depth + 1)),
  ];
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length;
}
