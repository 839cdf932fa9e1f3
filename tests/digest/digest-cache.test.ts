import { describe, expect, it } from 'vitest';
import { createDigestCache } from '../../src/digest/digest-cache.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import { buildArticle } from '../support/build-article.ts';

describe('what digests have in common', () => {
  it('is computed once for each key', async () => {
    const cache = createDigestCache(new ArticleIndex(), new StoryBook());
    let count = 0;
    const compute = async (): Promise<string> => String((count += 1));
    expect(await cache.keep(['a'], compute)).toBe('1');
    expect(await cache.keep(['a'], compute)).toBe('1');
    expect(await cache.keep(['b'], compute)).toBe('2');
  });

  it('is computed once for all who ask at one moment', async () => {
    const cache = createDigestCache(new ArticleIndex(), { version: 1 });
    let count = 0;
    const compute = async (): Promise<string> => {
      count += 1;
      await new Promise(setImmediate);
      return String(count);
    };
    const asked = [1, 2, 3].map(() => cache.keep(['a'], compute));
    expect(await Promise.all(asked)).toEqual(['1', '1', '1']);
    expect(count).toBe(1);
  });

  it('is computed by each who asks when one of them fails', async () => {
    const cache = createDigestCache(new ArticleIndex(), { version: 1 });
    const fail = async (): Promise<string> => {
      await new Promise(setImmediate);
      throw new Error('waited too long');
    };
    const first = cache.keep(['a'], fail);
    const second = cache.keep(['a'], async () => 'waited longer');
    await expect(first).rejects.toThrow('waited too long');
    expect(await second).toBe('waited longer');
    expect(await cache.keep(['a'], fail)).toBe('waited longer');
  });

  it('is forgotten once something has changed, so that old results take no memory', async () => {
    const stories = { version: 1 };
    const cache = createDigestCache(new ArticleIndex(), stories);
    let count = 0;
    const compute = async (): Promise<string> => String((count += 1));
    await cache.keep(['a'], compute);
    stories.version = 2;
    await cache.keep(['b'], compute);
    // No version comes back. Only so can be seen what is still kept.
    stories.version = 1;
    expect(await cache.keep(['a'], compute)).toBe('3');
  });

  // The two follow the store apart, so either may know of an article first.
  it.each(['index', 'stories'] as const)('is computed again when the %s change', async (which) => {
    const parts = { index: new ArticleIndex(), stories: new StoryBook() };
    const cache = createDigestCache(parts.index, parts.stories);
    const compute = async (): Promise<number[]> => [parts.index.size];
    const before = await cache.keep(['a'], compute);
    parts[which].put(buildArticle());
    const after = await cache.keep(['a'], compute);
    expect(after).not.toBe(before);
    parts[which].remove(buildArticle().id);
    expect(await cache.keep(['a'], compute)).not.toBe(after);
  });

  it('is not kept if an article changed while it was computed', async () => {
    const index = new ArticleIndex();
    const cache = createDigestCache(index, new StoryBook());
    const first = await cache.keep(['a'], async () => {
      index.put(buildArticle());
      return ['old'];
    });
    expect(first).toEqual(['old']);
    expect(await cache.keep(['a'], async () => ['new'])).toEqual(['new']);
  });
});

describe('the version of the articles', () => {
  it('changes with any article, and when the date of a coming one is there', () => {
    const [index, stories] = [new ArticleIndex(), new StoryBook()];
    const cache = createDigestCache(index, stories);
    const now = new Date('2024-03-14T10:00:00Z');
    const seen = [cache.versionAt(now)];
    const see = (at = now): void => {
      seen.push(cache.versionAt(at));
    };
    index.put(buildArticle({ id: 'a', publishedAt: '2024-03-14T10:05:00.000Z' }));
    see();
    stories.put(buildArticle({ id: 'a' }));
    see();
    index.put(buildArticle({ id: 'b', publishedAt: '2024-03-14T09:00:00.000Z' }));
    see();
    index.remove('b');
    see();
    see(new Date('2024-03-14T10:06:00Z'));
    expect(new Set(seen).size).toBe(seen.length);
    expect(cache.versionAt(new Date('2024-03-14T10:04:00Z'))).toBe(cache.versionAt(now));
    expect(cache.versionAt(new Date('2024-03-14T11:00:00Z'))).toBe(seen.at(-1));
  });
});
