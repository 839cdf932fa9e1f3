import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/article/parse-document.ts';
import type { Article } from '../../src/article/article.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { NEWS_BY_LANGUAGE, textOf } from '../support/news-by-language.ts';
import { buildFilter } from '../support/build-filter.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const lines = NEWS_BY_LANGUAGE.map((sample) =>
  JSON.stringify({ title: sample.title, text: textOf(sample) }),
);
const articles: Article[] = [];
for await (const item of parseDocument([lines.join('\n')], { path: 'a.jsonl' })) {
  if (item.kind === 'article') articles.push(item.article);
}
// One index of all, so that the words of each language meet the stop words and stems of fifteen others.
const index = new ArticleIndex();
for (const article of articles) index.put(article);

describe('news', () => {
  const samples = NEWS_BY_LANGUAGE.map((sample, at) => ({ ...sample, article: articles[at]! }));

  it.each(samples)('in $lang is recognized as $lang', ({ lang, article, sentences }) => {
    expect(article.lang).toBe(lang);
    expect(splitSentences(article.text, lang).map(({ text }) => text)).toEqual(sentences);
  });

  it.each(samples)('in $lang is found by "$query", also with that language required', (sample) => {
    const { lang, article, query, inflected } = sample;
    const isThere = article.text
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u)
      .includes(query.toLowerCase());
    expect(inflected && isThere).toBe(false);
    for (const text of [query, `${query} lang:${lang}`]) {
      const { hits, relaxed } = index.search(buildFilter(text, NOW), { limit: 5 });
      expect({ text, relaxed, id: hits[0]?.id }).toEqual({
        text,
        relaxed: false,
        id: article.id,
      });
    }
  });

  it.each(samples)('in $lang is summarized word for word', ({ article, sentences }) => {
    const reading = weighReading(buildReading(article), buildCorpus([]));
    const result = summarizeReading(reading, { sentences: 2 });
    expect(result.kind).toBe('summary');
    if (result.kind !== 'summary') return;
    expect(result.summary.sentences).toHaveLength(2);
    for (const { text, start, end } of result.summary.sentences) {
      expect(sentences).toContain(text);
      expect(article.text.slice(start, end)).toBe(text);
    }
  });

  it('is counted by language', () => {
    expect(index.languages()).toHaveLength(16);
    expect(index.languages().every(({ articleCount }) => articleCount === 1)).toBe(true);
  });
});
