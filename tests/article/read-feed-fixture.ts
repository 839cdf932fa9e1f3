import { readFile } from 'node:fs/promises';
import { parseFeed } from '../../src/article/feed/parse-feed.ts';

/** Feeds of the fixtures are read as if they had been fetched from here. */
const URL = 'https://feeds.example/news/feed';

/** What a feed gives, in the shape of its expected.json. */
export async function readFeedFixture(path: string): Promise<unknown> {
  return JSON.parse(JSON.stringify(parseFeed({ bytes: await readFile(path), url: URL })));
}
