import { describe, expect, it } from 'vitest';
import { buildReading, type ReadableArticle } from '../../../src/summary/reading/build-reading.ts';
import { createReadingCache } from '../../../src/summary/reading/reading-cache.ts';

const TEXT = 'The old dam broke on Monday.';
const article = (given: Partial<ReadableArticle> = {}): ReadableArticle => ({
  title: 'Dam breaks',
  text: TEXT,
  lang: 'en',
  ...given,
});

function createCountedCache(maxCharacters = 1000) {
  const built: string[] = [];
  const readingOf = createReadingCache(maxCharacters, (given) => {
    built.push(given.text);
    return buildReading(given);
  });
  return { built, readingOf };
}

describe('a cache of readings', () => {
  it('builds a reading once for the same content', () => {
    const { built, readingOf } = createCountedCache();
    const reading = readingOf(article());
    expect(readingOf(article())).toBe(reading);
    expect(readingOf(article({ lang: 'en-GB' }))).toBe(reading);
    expect(reading).toEqual(buildReading(article()));
    expect(built).toHaveLength(1);
  });

  it.each([
    ['title', { title: 'Dam breaks!' }],
    ['text', { text: `${TEXT} ` }],
    ['language', { lang: 'de' }],
    ['boundary between title and text', { title: '', text: `Dam breaks${TEXT}` }],
  ])('tells articles apart by their %s', (_, other) => {
    const { built, readingOf } = createCountedCache();
    readingOf(article());
    expect(readingOf(article(other))).toEqual(buildReading(article(other)));
    expect(built).toHaveLength(2);
  });

  it('drops the least recently used readings, and does not keep one that is too long', () => {
    const { built, readingOf } = createCountedCache(100);
    const [first, second, third] = ['First', 'Second', 'Third'].map((title) => article({ title }));
    for (const given of [first, second, first, third, first]) readingOf(given!);
    expect(built).toHaveLength(3);
    readingOf(second!);
    expect(built).toHaveLength(4);
    const long = article({ text: TEXT.repeat(10) });
    expect(readingOf(long)).toEqual(readingOf(long));
    expect(built).toHaveLength(6);
  });
});
