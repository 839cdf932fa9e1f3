import type { Line } from './reading.ts';

/** A line without so many of its first characters; `starts` has the offset of each word of the text. */
export function cutOpening(line: Line, length: number, starts: readonly number[]): Line {
  if (length === 0) return line;
  const { text, start, end, endWord } = line;
  let { firstWord } = line;
  while (firstWord < endWord && starts[firstWord]! < start + length) firstWord += 1;
  return { text: text.slice(length), start: start + length, end, firstWord, endWord };
}
