import type { Steps } from '../../slices.ts';
import type { Article } from '../article.ts';
import { buildArticle } from '../build-article.ts';
import { cleanText } from '../clean-text.ts';
import { Ledger } from '../ledger.ts';
import type { DocumentFacts, ParsedItem } from '../parsed-item.ts';
import { parseOwnArticle } from './parse-own-article.ts';
import { readBodyLines, type Body } from '../scraped/read-body-lines.ts';
import { readFields } from '../read-fields.ts';
import { ReportFacts } from '../report-facts.ts';
import type { JsonPiece } from './split-json.ts';
import { createTextLines } from '../scraped/text-line.ts';

/**
 * Parses one article's JSON, in steps: an object with at least `title` and `text`, or synonyms of
 * them.
 */
export function* parseJson(piece: JsonPiece, about: DocumentFacts): Steps<ParsedItem[]> {
  const { line } = piece;
  if (piece.tooLong) return [fault(line, 'an article is longer than 1,000,000 characters')];
  const read = readJson(piece);
  if (typeof read === 'string') return [fault(line, read)];
  const own = parseOwnArticle(read.record);
  if (own) {
    return [asItem(about.source === undefined ? own : { ...own, source: about.source }, piece)];
  }
  return yield* parseRecord(read.record, piece, about);
}

function* parseRecord(
  record: Readonly<Record<string, unknown>>,
  piece: JsonPiece,
  about: DocumentFacts,
): Steps<ParsedItem[]> {
  const { line } = piece;
  const fields = readFields(record);
  if (fields.title === undefined) return [fault(line, 'an article without a "title"')];
  if (fields.text === undefined) return [fault(line, 'an article without a "text"')];
  const { body, facts, dropped } = yield* readText(fields.text, fields.title, line);
  if (body.text === '') return [fault(line, 'an article without a "text"')];
  const { title, published, updated, text: _text, captions = [], ...given } = fields;
  const article = buildArticle(
    {
      author: facts.author,
      url: facts.url,
      ...given,
      ...body,
      title: cleanText(title),
      captions: [...captions, ...facts.captions],
      header: published ?? updated,
      published: facts.published,
      updated: facts.updated,
    },
    about,
  );
  return [
    asItem(article, piece),
    ...dropped.map((each) => ({ kind: 'dropped' as const, ...each })),
  ];
}

/**
 * Reads a text as a body. A text in which no paragraph is recognized is one paragraph, because its
 * field says so.
 */
function* readText(
  text: string,
  title: string,
  line: number,
): Steps<{ body: Body; facts: ReportFacts; dropped: Ledger['dropped'] }> {
  const facts = new ReportFacts();
  const ledger = new Ledger();
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((each) => ({ number: line, text: each }));
  const body = yield* readBodyLines(createTextLines()(lines), title, facts, ledger);
  if (body.text !== '') return { body, facts, dropped: ledger.dropped };
  return { body: { text: cleanText(text), subheads: [] }, facts: new ReportFacts(), dropped: [] };
}

function asItem(article: Article, { line, lastLine }: JsonPiece): ParsedItem {
  const uses = [{ line, text: article.title, role: 'title' as const }];
  return { kind: 'article', article, lines: { from: line, to: lastLine }, uses };
}

function readJson({ text, line }: JsonPiece): { record: Record<string, unknown> } | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `no valid JSON (${describeError(error, text, line)})`;
  }
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord
    ? { record: value as Record<string, unknown> }
    : 'an entry that is no JSON object';
}

/**
 * Finds the line of an error. V8 names the offset in the text, but people look for a line of the
 * file.
 */
function describeError(error: unknown, text: string, line: number): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/u.exec(message)?.[1];
  const what = message
    .replace(/,? ?(?:\.\.\.)?".*$| in JSON.*$|\(line.*$/su, '')
    .replace(/[\s,]+$/u, '');
  const below = position === undefined ? 0 : text.slice(0, Number(position)).split('\n').length - 1;
  return below === 0 ? what : `${what}, line ${line + below}`;
}

function fault(line: number, reason: string): ParsedItem {
  return { kind: 'fault', line, reason };
}
