import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parseDocument } from '../../src/article/parse-document.ts';
import type { ParsedItem } from '../../src/article/parsed-item.ts';
import { collect } from '../support/collect.ts';

const FOLDER = new URL('../../data/samples/', import.meta.url);
const samples = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map(async (name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return { name, text, items: await collect(parseDocument([text], { path: name })) };
    }),
);

describe('the sample articles', () => {
  it('are at least 40', () => {
    expect(samples.flatMap(({ items }) => articlesOf(items)).length).toBeGreaterThanOrEqual(40);
  });

  it.each(samples)('are parsed from $name, one for each headline', ({ text, items }) => {
    expect(items.filter(({ kind }) => kind === 'fault')).toEqual([]);
    expect(articlesOf(items).map(({ title }) => title)).toEqual(headlinesOf(text));
  });

  it.each(samples)('have a date, a credited caption and a full text in $name', ({ items }) => {
    for (const article of articlesOf(items)) {
      expect(article.publishedAt, article.title).toMatch(/^202[34]-/);
      expect(article.dateBasis, article.title).toMatch(/^(?:byline|caption|lead-weekday)$/);
      expect(
        article.captions.map(({ credit }) => credit),
        article.title,
      ).toEqual(
        article.captions.map(() => expect.stringMatching(`^${article.source}(?: Photo)?/`)),
      );
      expect(article.captions, article.title).not.toEqual([]);
      const words = article.text.split(/\s+/).length;
      expect(words, article.title).toBeGreaterThanOrEqual(250);
      expect(words, article.title).toBeLessThanOrEqual(450);
    }
  });

  it.each(samples)('keep sub-heads out of the text in $name', ({ items }) => {
    for (const { text, title } of articlesOf(items)) {
      expect(text, title).not.toMatch(/^(?:- .*|'[^']*')$/m);
    }
  });

  it.each(samples)('name the right weekday beside each date in $name', ({ text }) => {
    const dates = text.matchAll(/(\w+day), (\w{3})\w*\.? (\d{1,2}), (\d{4})/g);
    for (const [found, weekday, month, day, year] of dates) {
      const date = new Date(`${day} ${month} ${year} UTC`);
      expect(date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }), found).toBe(
        weekday,
      );
    }
  });

  it('share no sentence with one another', () => {
    const seen = new Map<string, string>();
    for (const { title, text } of samples.flatMap(({ items }) => articlesOf(items))) {
      for (const sentence of text.split(/(?<=[.!?]["”]?)\s+/)) {
        if (sentence.split(' ').length < 8) continue;
        expect(seen.get(sentence), sentence).toBeUndefined();
        seen.set(sentence, title);
      }
    }
    expect(seen.size).toBeGreaterThan(500);
  });
});

function articlesOf(items: readonly ParsedItem[]): Article[] {
  return items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
}

/** The line below each `TT`, which repeats the headline. */
function headlinesOf(text: string): string[] {
  return [...text.matchAll(/^TT\n\n(.+)$/gm)].map(([, line]) => line?.trim() ?? '');
}
