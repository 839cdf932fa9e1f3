import { readFile } from 'node:fs/promises';
import { parseFeed } from '../../src/article/feed/parse-feed.ts';

/** The address of fixture feeds. */
const URL = 'https://feeds.example/news/feed';

/** A feed's result, in the shape of its expected.json. */
export async function readFeedFixture(path: string): Promise<unknown> {
  return JSON.parse(JSON.stringify(parseFeed({ bytes: await readFile(path), url: URL })));
}
