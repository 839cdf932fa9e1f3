import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { buildNews } from '../support/build-news.ts';

const ARTICLES_A_FILE = 500;
const SENTENCES_A_PARAGRAPH = 3;

/** Writes generated articles of 3.5 kB into a folder, laid out like text scraped from news sites. */
export function writeNews(folder: string, count: number): void {
  let file: string[] = [];
  let written = 0;
  for (const article of buildNews(count)) {
    file.push(renderScraped(article));
    written += 1;
    if (file.length < ARTICLES_A_FILE && written < count) continue;
    writeFileSync(join(folder, `bench-wire-${written}.txt`), file.join('\n\n\n'));
    file = [];
  }
}

function renderScraped({ title, text, publishedAt = '' }: Article): string {
  const day = new Date(publishedAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const caption = `${day}, Exampleland, Example City: A street in the capital. (Bench Wire/Staff)`;
  const head = [title, '', caption, caption];
  const sentences = text.split(/(?<=\.) /);
  const paragraphs = Array.from(
    { length: Math.ceil(sentences.length / SENTENCES_A_PARAGRAPH) },
    (_, at) =>
      sentences.slice(at * SENTENCES_A_PARAGRAPH, (at + 1) * SENTENCES_A_PARAGRAPH).join(' '),
  );
  return [...head, 'TT', '', ...head, '', paragraphs.join('\n\n'), ''].join('\n');
}
