import { createBreather, runInSlices, type Breather, type Steps } from '../slices.ts';
import { loadLanguageDetector } from '../text/detect-language.ts';
import { ARTICLE_LIMITS } from './article-limits.ts';
import { PAGE_LIMITS } from './page/explain-page.ts';
import { buildPageItem } from './page/page-item.ts';
import type { DocumentFacts, ParsedItem } from './parsed-item.ts';
import { FEED_LIMITS } from './feed/feed-limits.ts';
import { parseFeedItems } from './feed/parse-feed-items.ts';
import { parseJson } from './json/parse-json.ts';
import { parsePage } from './page/parse-page.ts';
import { parseText } from './scraped/parse-text.ts';
import { readLines } from './scraped/read-lines.ts';
import { sniffFormat } from './sniff-format.ts';
import { createArticleSplitter, type Segment } from './scraped/split-articles.ts';
import { createJsonSplitter } from './json/split-json.ts';
import { createTextLines } from './scraped/text-line.ts';

type Chunks = AsyncIterable<string> | Iterable<string>;

/** Characters that are examined to detect the format. */
const SNIFF_CHARS = 65_536;
/** Lines that are held beyond those that the article being read needs. */
const LINES_AT_ONCE = 50;

/**
 * Parses a document, given as chunks of text, into articles, dropped lines and faults, in the order
 * of the text. It holds only the article being read, however long the document is.
 */
export async function* parseDocument(
  chunks: Chunks,
  about: DocumentFacts,
): AsyncGenerator<ParsedItem> {
  const { beginning, all } = await peek(chunks);
  if (beginning.replace(/^\uFEFF/u, '').trim() === '' && beginning.length < SNIFF_CHARS) {
    yield { kind: 'fault', line: 1, reason: 'the file is empty' };
    return;
  }
  const detector = about.detector ?? (await loadLanguageDetector());
  const facts: DocumentFacts = { ...about, detector };
  switch (sniffFormat(beginning, about.path)) {
    case 'html':
      yield* parsePageDocument(all, facts);
      return;
    case 'feed':
      yield* parseFeedDocument(all, facts);
      return;
    case 'json':
      yield* parseJsonDocument(all, facts);
      return;
    case 'jsonl':
      yield* parseJsonLines(all, facts);
      return;
    case 'text':
      yield* parseTextDocument(all, facts);
  }
}

/** A page is read at once, because the meaning of its parts depends on everything around them. */
async function* parsePageDocument(
  chunks: Chunks,
  about: DocumentFacts,
): AsyncGenerator<ParsedItem> {
  let html = '';
  for await (const chunk of chunks) {
    html += chunk;
    // A page that is already too long isn't read to its end.
    if (html.length > PAGE_LIMITS.maxHtmlChars) break;
  }
  yield buildPageItem(parsePage({ html }), about);
}

async function* parseTextDocument(
  chunks: Chunks,
  about: DocumentFacts,
): AsyncGenerator<ParsedItem> {
  const breathe = createBreather('importing');
  const splitter = createArticleSplitter();
  const toTextLines = createTextLines();
  for await (const batch of readLines(chunks, 'text', ARTICLE_LIMITS.maxLineChars)) {
    for (const line of batch)
      if (line.tooLong) yield lineTooLong(line.number, ARTICLE_LIMITS.maxLineChars);
    const lines = toTextLines(batch.filter((line) => !line.tooLong));
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      yield* parseSegments(splitter.push(lines.slice(at, at + LINES_AT_ONCE)), about, breathe);
    }
  }
  yield* parseSegments(splitter.end(), about, breathe);
}

async function* parseSegments(
  segments: Iterable<Segment | undefined>,
  about: DocumentFacts,
  breathe: Breather,
): AsyncGenerator<ParsedItem> {
  for (const segment of segments) {
    if (segment) yield* inTurns(parseText(segment, about), breathe);
    const pause = breathe();
    if (pause) await pause;
  }
}

/** Gives the event loop a turn whenever a slice of time is used up. */
async function* inTurns(steps: Steps<ParsedItem[]>, breathe: Breather): AsyncGenerator<ParsedItem> {
  yield* await runInSlices(steps, breathe);
  const pause = breathe();
  if (pause) await pause;
}

async function* parseJsonLines(chunks: Chunks, about: DocumentFacts): AsyncGenerator<ParsedItem> {
  const breathe = createBreather('importing');
  for await (const batch of readLines(chunks, 'json')) {
    for (const { number, text, tooLong } of batch) {
      if (tooLong) yield lineTooLong(number, ARTICLE_LIMITS.maxArticleChars);
      else if (text.trim() !== '') {
        const piece = { text: text.replace(/^\uFEFF/u, ''), line: number, lastLine: number };
        yield* inTurns(parseJson(piece, about), breathe);
      }
    }
  }
}

async function* parseJsonDocument(
  chunks: Chunks,
  about: DocumentFacts,
): AsyncGenerator<ParsedItem> {
  const breathe = createBreather('importing');
  const splitter = createJsonSplitter();
  let found = false;
  for await (const chunk of chunks) {
    for (const piece of splitter.push(chunk)) {
      found = true;
      yield* inTurns(parseJson(piece, about), breathe);
    }
  }
  for (const piece of splitter.end()) {
    found = true;
    yield* inTurns(parseJson(piece, about), breathe);
  }
  if (!found) yield { kind: 'fault', line: 1, reason: 'no article in this JSON' };
}

/** Feeds are a few megabytes at most, and are read whole. */
async function* parseFeedDocument(
  chunks: Chunks,
  about: DocumentFacts,
): AsyncGenerator<ParsedItem> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > FEED_LIMITS.maxBytes) {
      yield { kind: 'fault', line: 1, reason: 'the feed is larger than 10 MB' };
      return;
    }
    parts.push(chunk);
  }
  yield* parseFeedItems(parts.join(''), about);
}

function lineTooLong(line: number, maxChars: number): ParsedItem {
  const most = maxChars.toLocaleString('en-US');
  return { kind: 'fault', line, reason: `the line is longer than ${most} characters` };
}

/** Reads the beginning of a stream, and returns it together with the whole stream. */
async function peek(chunks: Chunks): Promise<{ beginning: string; all: AsyncIterable<string> }> {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let beginning = '';
  let ended = false;
  while (beginning.length < SNIFF_CHARS && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else beginning += next.value;
  }
  async function* all(): AsyncGenerator<string> {
    try {
      yield beginning;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { beginning, all: all() };
}
