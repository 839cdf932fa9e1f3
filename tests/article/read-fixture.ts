import { readFile } from 'node:fs/promises';
import { parseDocument } from '../../src/article/parse-document.ts';
import type { ParsedItem } from '../../src/article/parsed-item.ts';
import { decode } from '../../src/ingest/files/decode.ts';
import { sniffBytes } from '../../src/article/sniff-bytes.ts';

/** The modification time of fixtures. */
const MODIFIED_AT = new Date('2024-07-01T12:00:00Z');

/** A fixture's result, in the shape of its expected.json. */
export async function readFixture(path: string) {
  const bytes = await readFile(path);
  const sniffed = sniffBytes(bytes);
  if (sniffed.kind === 'binary') throw new Error(`${path} is ${sniffed.what}`);
  async function* chunks() {
    // Small chunks, so that characters and line ends are split.
    for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
  }
  const items: ParsedItem[] = [];
  const about = { path, modifiedAt: MODIFIED_AT };
  for await (const item of parseDocument(decode(chunks(), sniffed.encoding), about)) {
    items.push(item);
  }
  return {
    articles: items.flatMap((item) => (item.kind === 'article' ? [item.article] : [])),
    dropped: items.flatMap((item) =>
      item.kind === 'dropped' ? [{ line: item.line, reason: item.reason }] : [],
    ),
    faults: items.flatMap((item) =>
      item.kind === 'fault' ? [{ line: item.line, reason: item.reason }] : [],
    ),
  };
}
