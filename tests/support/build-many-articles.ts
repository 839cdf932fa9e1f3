import type { Article } from '../../src/article/article.ts';
import { buildArticle } from './build-article.ts';

const words =
  'river council harbour strike vote border grain minister bridge storm court railway school energy talks'.split(
    ' ',
  );

/** Numbered articles of about `chars` characters, each different and each the same on every call. */
export function buildManyArticles(count: number, chars = 3_500): Article[] {
  return Array.from({ length: count }, (_, at) =>
    buildArticle({
      title: `Report ${at}: ${pick(at)} and ${pick(at * 7 + 1)}`,
      text: buildText(at, chars),
      url: `https://news.example/${at}`,
      publishedAt: new Date(Date.UTC(2024, 0, 1) + at * 600_000).toISOString(),
    }),
  );
}

function buildText(seed: number, chars: number): string {
  const sentences: string[] = [];
  for (let length = 0, at = 0; length < chars; at += 1) {
    const parts = Array.from({ length: 12 }, (_, word) =>
      pick(seed * 31 + at * 17 + word * (at + 3)),
    );
    const sentence = `In report ${seed} the ${parts.join(' ')} came first.`;
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  return sentences.join(' ').slice(0, chars);
}

function pick(at: number): string {
  return words[at % words.length]!;
}
