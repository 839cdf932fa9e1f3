import { ARTICLE_LIMITS } from '../article-limits.ts';

/** One article's JSON as text, and the line it begins on; of one over the limit only the place is kept. */
export interface JsonPiece {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly tooLong?: true;
}

/** Cuts a stream of JSON into articles without holding more than one of them. */
export interface JsonSplitter {
  push(chunk: string): JsonPiece[];
  end(): JsonPiece[];
}

/**
 * Creates a splitter for a list of articles, an object that holds such a list ("articles", "items",
 * …), one article, or several objects one after the other.
 */
export function createJsonSplitter(
  maxChars: number = ARTICLE_LIMITS.maxArticleChars,
): JsonSplitter {
  let depth = 0;
  /** Depth of the list whose entries are articles; 0 while there is none. */
  let listDepth = 0;
  let inString = false;
  let lastString = '';
  let line = 1;
  let piece = '';
  let pieceLine = 1;
  let begun = false;
  let tooLong = false;
  let escapes = false;

  function keep(text: string): void {
    if (!begun) {
      const opening = /^\s*/u.exec(text)?.[0] ?? '';
      begun = opening.length < text.length;
      pieceLine = line + countLines(opening);
    }
    line += countLines(text);
    if (tooLong || !begun) return;
    piece += text;
    if (piece.length > maxChars) {
      tooLong = true;
      piece = piece.slice(0, 80);
    }
  }

  function take(): JsonPiece[] {
    const text = piece.trim();
    const lastLine = tooLong ? line : pieceLine + countLines(text);
    const found = { text, line: pieceLine, lastLine };
    const pieces = text === '' ? [] : [tooLong ? { ...found, tooLong } : found];
    drop();
    return pieces;
  }

  function drop(): void {
    piece = '';
    begun = false;
    tooLong = false;
  }

  /** Takes one structural sign after the text before it has been kept. */
  function read(sign: string): JsonPiece[] {
    if (sign === '{' || sign === '[') {
      depth += 1;
      const opensList =
        sign === '[' && (depth === 1 || (depth === 2 && LIST_NAMES.has(lastString)));
      if (opensList && listDepth === 0) {
        listDepth = depth;
        drop();
        return [];
      }
      if (depth === 1) drop();
    }
    if (listDepth > 0 && depth === listDepth && (sign === ',' || sign === ']')) {
      if (sign === ']') {
        depth -= 1;
        listDepth = 0;
      }
      return take();
    }
    keep(sign);
    if (sign !== '}' && sign !== ']') return [];
    depth = Math.max(0, depth - 1);
    if (depth > 0) return [];
    // What is left of an object whose list has been read tells of no article.
    const rest = take();
    return rest.filter(({ text }) => text.startsWith('{'));
  }

  return {
    push(chunk) {
      const pieces: JsonPiece[] = [];
      let from = 0;
      const signs = new RegExp(SIGNS, 'gu');
      if (escapes) signs.lastIndex = 1;
      escapes = false;
      for (let match = signs.exec(chunk); match; match = signs.exec(chunk)) {
        const sign = match[0];
        const at = match.index;
        if (inString) {
          if (sign === '\\') {
            signs.lastIndex = at + 2;
            escapes = at + 1 === chunk.length;
            if (escapes) break;
          } else if (sign === '"') {
            inString = false;
            if (depth === 1)
              lastString = `${piece.slice(-40)}${chunk.slice(from, at)}`.split('"').at(-1) ?? '';
          }
          continue;
        }
        if (sign === '"') inString = true;
        else if (sign !== '\\') {
          keep(chunk.slice(from, at));
          pieces.push(...read(sign));
          from = at + 1;
        }
      }
      keep(chunk.slice(from));
      return pieces;
    },
    end: () => (listDepth > 0 || depth > 0 || piece.startsWith('{') ? take() : []),
  };
}

const SIGNS = /["\\{}[\],]/u;

/** Names under which services hand out a list of articles. */
const LIST_NAMES: ReadonlySet<string> = new Set(
  'articles items entries results data docs documents stories news hits posts feed'.split(' '),
);

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
