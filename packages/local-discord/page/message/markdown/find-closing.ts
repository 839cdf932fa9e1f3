import type { StyleKind } from './nodes.ts';
import type { Read } from './read-angle.ts';

/** A mark at both ends of a styled text. */
export interface Mark {
  readonly text: '*' | '_' | '**' | '__' | '~~' | '||';
  readonly kind: StyleKind;
}

/** Finds the index at which a mark closes, from `from` on. */
export type FindClosing = (mark: Mark, from: number) => number | undefined;

/**
 * Creates a search for the closing marks of a text. Whether a mark closes depends on its position alone,
 * so after a search without a result, no later search for that mark is made. This keeps the time linear
 * in the number of opening marks.
 */
export function createFindClosing(text: string, opaque: ReadonlyMap<number, Read>): FindClosing {
  const noneFrom = new Map<string, number>();
  return (mark, from) => {
    if (from >= (noneFrom.get(mark.text) ?? Infinity)) return undefined;
    for (let at = from; at < text.length;) {
      const inside = opaque.get(at);
      if (inside) {
        at = inside.end;
        continue;
      }
      if (at > from && closes(mark, text, at)) return at;
      // Italic skips double marks, which belong to bold or underline.
      const pair = mark.text.length === 1 && text.startsWith(mark.text.repeat(2), at);
      at += pair ? 2 : 1;
    }
    noneFrom.set(mark.text, from);
    return undefined;
  };
}

function closes(mark: Mark, text: string, at: number): boolean {
  if (!text.startsWith(mark.text, at)) return false;
  const next = text[at + mark.text.length];
  switch (mark.text) {
    case '*':
      return next !== '*' && !/\s/.test(text[at - 1] ?? ' ');
    case '_':
      return next === undefined || !/\w/.test(next);
    case '**':
      return next !== '*';
    case '__':
      return next !== '_';
    case '~~':
    case '||':
      return true;
    default:
      return mark.text satisfies never;
  }
}
