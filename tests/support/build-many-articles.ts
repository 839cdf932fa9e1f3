import type { Article } from '../../src/article/article.ts';
import { buildArticle } from './build-article.ts';
import { createRandom } from './random.ts';

/**
 * Numbered articles of about `chars` characters, beginning with number `first`. All are different, and the same on
 * every call. Their words are made up and as unevenly frequent as in a language.
 */
export function buildManyArticles(count: number, chars = 3_500, first = 0): Article[] {
  return Array.from({ length: count }, (_, at) => buildNumbered(first + at, chars));
}

function buildNumbered(number: number, chars: number): Article {
  const random = createRandom(number);
  const sentences = [`This is report ${number}.`];
  for (let length = 0; length < chars;) {
    const sentence = pool[Math.floor(random() * pool.length)]!;
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  return buildArticle({
    title: `Report ${number}: ${buildWord(number % vocabulary)} ${buildWord(rank(random))}`,
    text: sentences.join(' ').slice(0, chars),
    url: `https://news.example/${number}`,
    publishedAt: new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString(),
  });
}

const vocabulary = 20_000;
const syllables = [
  'ba',
  'cor',
  'den',
  'fi',
  'gal',
  'ho',
  'jun',
  'ka',
  'lem',
  'mo',
  'nar',
  'pi',
  'ros',
  'tu',
];
const pool = buildPool(4_000);

function buildPool(count: number): string[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 14 }, () => buildWord(rank(random)));
    const sentence = words.join(' ');
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  });
}

/** A rank that is drawn about as often as the rank-th most frequent word of a language (Zipf's law). */
function rank(random: () => number): number {
  return Math.floor(vocabulary ** random());
}

function buildWord(number: number): string {
  const digit = syllables[number % syllables.length]!;
  return number < syllables.length
    ? digit
    : buildWord(Math.floor(number / syllables.length)) + digit;
}
