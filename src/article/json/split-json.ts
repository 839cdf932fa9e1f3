import { ARTICLE_LIMITS } from '../article-limits.ts';
import { wordSet } from '../../text/word-set.ts';

/**
 * One article's JSON as text, and its first line. If it exceeds the limit, only its position is
 * kept.
 */
export interface JsonPiece {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly tooLong?: true;
}

/** Splits a stream of JSON into articles, holding only one at a time. */
export interface JsonSplitter {
  push(chunk: string): JsonPiece[];
  end(): JsonPiece[];
}

/**
 * Creates a splitter for a list of articles, an object that contains such a list ("articles",
 * "items", …), one article, or several consecutive objects.
 */
export function createJsonSplitter(
  maxChars: number = ARTICLE_LIMITS.maxArticleChars,
): JsonSplitter {
  let depth = 0;
  /** Depth of the list whose elements are articles; 0 outside of one. */
  let listDepth = 0;
  let inString = false;
  let lastString = '';
  let line = 1;
  let piece = '';
  /** The last characters that were kept. The piece itself is costly to look into while it grows. */
  let tail = '';
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
    tail = (tail + text).slice(-LONGEST_NAME);
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

  /** Processes one structural character, after the text before it has been kept. */
  function read(character: string): JsonPiece[] {
    if (character === '{' || character === '[') {
      depth += 1;
      const opensList =
        character === '[' && (depth === 1 || (depth === 2 && LIST_NAMES.has(lastString)));
      if (opensList && listDepth === 0) {
        listDepth = depth;
        drop();
        return [];
      }
      if (depth === 1) drop();
    }
    if (listDepth > 0 && depth === listDepth && (character === ',' || character === ']')) {
      if (character === ']') {
        depth -= 1;
        listDepth = 0;
      }
      return take();
    }
    keep(character);
    if (character !== '}' && character !== ']') return [];
    depth = Math.max(0, depth - 1);
    if (depth > 0) return [];
    // The rest of an object whose list has been read isn't an article.
    const rest = take();
    return rest.filter(({ text }) => text.startsWith('{'));
  }

  /** The string that ends at `at`. It may have begun before the text that is not yet kept. */
  function readName(chunk: string, from: number, at: number): string {
    return `${tail}${chunk.slice(from, at)}`.split('"').at(-1) ?? '';
  }

  return {
    push(chunk) {
      const pieces: JsonPiece[] = [];
      let from = 0;
      const matcher = new RegExp(STRUCTURAL, 'gu');
      if (escapes) matcher.lastIndex = 1;
      escapes = false;
      for (let match = matcher.exec(chunk); match; match = matcher.exec(chunk)) {
        const character = match[0];
        const at = match.index;
        if (inString) {
          if (character === '\\') {
            matcher.lastIndex = at + 2;
            escapes = at + 1 === chunk.length;
            if (escapes) break;
          } else if (character === '"') {
            inString = false;
            if (depth === 1) lastString = readName(chunk, Math.max(from, at - LONGEST_NAME), at);
          }
          continue;
        }
        if (character === '"') inString = true;
        else if (character !== '\\') {
          keep(chunk.slice(from, at));
          pieces.push(...read(character));
          from = at + 1;
        }
      }
      keep(chunk.slice(from));
      return pieces;
    },
    end: () => (listDepth > 0 || depth > 0 || piece.startsWith('{') ? take() : []),
  };
}

/** Longer names aren't those of a list. */
const LONGEST_NAME = 40;
const STRUCTURAL = /["\\{}[\],]/u;

/** Names under which services return a list of articles. */
const LIST_NAMES = wordSet(
  'articles items entries results data docs documents stories news hits posts feed',
);

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
