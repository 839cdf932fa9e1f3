import { ARTICLE_LIMITS } from '../article-limits.ts';

/** A line, counted from 1. If it exceeds the limit, only its beginning is kept. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly tooLong?: true;
}

/**
 * Splits chunks of text into lines, one batch per chunk, holding at most one line in memory.
 * `breaks` is the line separator: in JSON Lines only a line feed.
 */
export async function* readLines(
  chunks: AsyncIterable<string> | Iterable<string>,
  breaks: 'text' | 'json' = 'text',
  maxChars: number = ARTICLE_LIMITS.maxArticleChars,
): AsyncGenerator<Line[]> {
  const lineBreak = breaks === 'text' ? TEXT_BREAK : JSON_BREAK;
  let number = 1;
  let rest = '';
  let skipping = false;
  const take = (text: string): Line => {
    const tooLong = skipping || text.length > maxChars;
    skipping = false;
    const line = { number, text: tooLong ? text.slice(0, 80) : text };
    number += 1;
    return tooLong ? { ...line, tooLong } : line;
  };

  let held = '';
  for await (const chunk of chunks) {
    // Only what is new is searched: a line of a million characters may come in a thousand chunks.
    let text = held + chunk;
    // The line feed after a carriage return may come with the next chunk.
    held = text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    const parts = text.split(lineBreak);
    parts[0] = rest + parts[0]!;
    rest = parts.pop()!;
    const batch = parts.map(take);
    if (rest.length > maxChars) {
      skipping = true;
      rest = rest.slice(0, 80);
    }
    if (batch.length > 0) yield batch;
  }
  rest += held;
  if (rest !== '') yield rest.replace(/\r$/u, '\n').split('\n').map(take);
}

const TEXT_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const JSON_BREAK = /\r?\n/u;
