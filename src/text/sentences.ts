import { findBlocks, type Block } from './blocks.ts';
import { enclosedSpans } from './enclosed-spans.ts';
import { primaryLanguage } from './language-tags.ts';
import { endsSentence } from './sentence-end.ts';

/** A sentence word for word, with its position in the text. */
export interface Sentence {
  readonly text: string;
  /** UTF-16 offsets into the given text: `given.slice(start, end) === text`. */
  readonly start: number;
  readonly end: number;
}

const CAPITAL = /\p{Lu}/u;

/** Sentence-ending punctuation, including "..." and ". . .". */
const POINTS = String.raw`(?:\.(?:[ \u00A0]\.(?!\.))+|[.!?…‼⁇⁈⁉]+|[。！？｡．؟۔।॥։።]+)`;

/**
 * The quotes and brackets that close after it. German closes with marks that open elsewhere, and
 * French has a space before its own.
 */
const CLOSING = String.raw`(?:["'“”’»›)\]}」』】）]|[«‹‘](?![\p{L}\p{N}])|[ \u00A0\u202F][»›](?![\p{L}\p{N}]))*`;

/** Marks of footnotes: "[1]", "[7][8]", "[a]", "[citation needed]", "²". They go with the sentence. */
const NOTES = String.raw`(?:[¹²³⁰⁴-⁹]+|\[(?:\d{1,3}|[a-z]{1,2}|(?:note|n) \d{1,3}|citation needed)\](?::\s?\d{1,4})?)*(?:[ \u00A0]\[\d{1,3}\])*`;

const STOP = new RegExp(POINTS + CLOSING + NOTES, 'gu');

/**
 * Splits a text into sentences, in order, without outer white space. Together they contain every
 * character that isn't white space. Handles any script, in time linear in the text's length.
 */
export function splitSentences(text: string, lang = 'en'): Sentence[] {
  const language = primaryLanguage(lang);
  const cased = CAPITAL.test(text);
  const sentences: Sentence[] = [];
  for (const block of findBlocks(text)) {
    let start = block.start;
    for (const end of sentenceEnds(text, block, language, cased)) {
      pushTrimmed(sentences, text, start, end);
      start = end;
    }
    pushTrimmed(sentences, text, start, block.end);
  }
  return sentences;
}

function sentenceEnds(text: string, { start, end }: Block, lang: string, cased: boolean): number[] {
  const ends: number[] = [];
  const block = text.slice(start, end);
  const enclosed = enclosedSpans(block);
  let nextSpan = 0;
  let sentenceStart = 0;
  STOP.lastIndex = 0;
  for (let match = STOP.exec(block); match; match = STOP.exec(block)) {
    const stop = { start: match.index, end: match.index + match[0].length };
    while (nextSpan < enclosed.length && enclosed[nextSpan]!.end <= stop.end) nextSpan += 1;
    const span = enclosed[nextSpan];
    if (span && span.start < stop.start && stop.end < span.end) continue;
    const at = endsSentence(block, stop, sentenceStart, lang, cased);
    if (at === undefined) continue;
    ends.push(start + at);
    sentenceStart = at;
  }
  return ends;
}

function pushTrimmed(sentences: Sentence[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  if (start < end) sentences.push({ text: text.slice(start, end), start, end });
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code > 127 ? text.charAt(at).trim() === '' : false;
}
