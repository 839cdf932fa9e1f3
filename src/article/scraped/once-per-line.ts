import type { TextLine } from './text-line.ts';

/**
 * Remembers what a function says of each line. Where an article begins is judged at every line by the
 * lines around it, so that each line is asked for dozens of times.
 */
export function oncePerLine<T>(judge: (line: TextLine) => T): (line: TextLine) => T {
  const known = new WeakMap<TextLine, { readonly value: T }>();
  return (line) => {
    let entry = known.get(line);
    if (!entry) {
      entry = { value: judge(line) };
      known.set(line, entry);
    }
    return entry.value;
  };
}
