import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { readArticles } from '../../src/ingest/files/read-articles.ts';

const FOLDER = join(import.meta.dirname, '../../data/samples');

/** Reads the sample articles as the bot does at its first start. */
export async function readSamples(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const item of readArticles([FOLDER])) {
    if (item.kind === 'article') articles.push(item.article);
  }
  return articles;
}
