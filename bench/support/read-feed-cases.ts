import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVAL_FOLDER, readEvalRecords } from './read-eval.ts';

/** A feed of feedparser's tests, and what must be true of the result. */
export interface FeedCase {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expect: string;
  readonly contentType?: string;
  readonly url: string;
}

/** The server of feedparser's own tests. */
const SERVER = 'http://127.0.0.1:8097/';

/** The feeds of feedparser's tests; undefined without the data. */
export function readFeedCases(): FeedCase[] | undefined {
  const records = readEvalRecords('feedparser/index.jsonl');
  return records?.flatMap((record) => {
    const { path, expect, headers } = record as {
      path: string;
      expect: string | null;
      headers: string[] | null;
    };
    const file = join(EVAL_FOLDER, 'feedparser/tests', path);
    if (!existsSync(file)) return [];
    const bytes = readFileSync(file);
    const location = headerOf(headers ?? [], 'content-location');
    const contentType = headerOf(headers ?? [], 'content-type');
    const served = SERVER + path;
    const url =
      location !== undefined && URL.canParse(location, served)
        ? new URL(location, served)
        : new URL(served);
    return [
      {
        path,
        bytes,
        expect: expect ?? findExpectation(bytes),
        ...(contentType !== undefined && { contentType }),
        url: url.protocol === 'http:' ? url.href : served,
      },
    ];
  });
}

/** The expectation in a file that has two or four bytes a character, or is JSON. */
function findExpectation(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes.filter((byte) => byte !== 0)).toString('latin1');
  return /Expect:\s*(.+?)\s*(?:-->|$)/mu.exec(plain)?.[1] ?? '';
}

function headerOf(headers: readonly string[], name: string): string | undefined {
  const header = headers.find((each) => each.toLowerCase().startsWith(`${name}:`));
  return header?.slice(name.length + 1).trim();
}
