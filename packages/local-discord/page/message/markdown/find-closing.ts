import type { StyleKind } from './nodes.ts';
import type { Read } from './read-angle.ts';

/** A mark that opens and closes a style. */
export interface Mark {
  readonly text: '*' | '_' | '**' | '__' | '~~' | '||';
  readonly kind: StyleKind;
}

/** Finds the place where a mark closes after `from`. */
export type FindClosing = (mark: Mark, from: number) => number | undefined;

/**
 * Creates the search for closing marks of one text. Whether a mark closes depends on its place alone,
 * so a search that found nothing need not be made again further right: that keeps thousands of
 * opening marks linear.
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
      // Italic skips pairs: they belong to bold or underline.
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
