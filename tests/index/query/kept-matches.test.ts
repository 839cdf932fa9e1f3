import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { KeptMatches } from '../../../src/index/query/kept-matches.ts';
import type { Matches } from '../../../src/index/query/match-query.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildFilter } from '../../support/build-filter.ts';

/** Finds as many texts as a query says, and counts how often it was asked. */
function countMatches() {
  let count = 0;
  const kept = new KeptMatches<{ size: number; words: string }>(({ size }, relax): Matches => {
    count += 1;
    const isRelaxed = size === 0 && relax !== false;
    return { slots: new Uint32Array(size), scores: new Float64Array(size), relaxed: isRelaxed };
  });
  return { kept, count: () => count };
}

describe('kept matches', () => {
  it('are found once for queries of the same content', () => {
    const { kept, count } = countMatches();
    const found = kept.find({ size: 2, words: 'dam' }, true, 1);
    expect(kept.find({ size: 2, words: 'dam' }, true, 1)).toBe(found);
    kept.find({ size: 2, words: 'quake' }, true, 1);
    expect(count()).toBe(2);
  });

  it('are the same for a search that may relax, unless nothing has all the words', () => {
    const { kept, count } = countMatches();
    const found = kept.find({ size: 2, words: 'dam' }, true, 1);
    expect(kept.find({ size: 2, words: 'dam' }, false, 1)).toBe(found);
    expect(count()).toBe(1);
    expect(kept.find({ size: 0, words: 'dam' }, true, 1).relaxed).toBe(true);
    expect(kept.find({ size: 0, words: 'dam' }, false, 1).relaxed).toBe(false);
    expect(kept.find({ size: 0, words: 'dam' }, true, 1).relaxed).toBe(true);
    expect(count()).toBe(3);
  });

  it('are found again after an article changed', () => {
    const { kept, count } = countMatches();
    kept.find({ size: 2, words: 'dam' }, true, 1);
    kept.find({ size: 2, words: 'dam' }, true, 2);
    expect(count()).toBe(2);
  });
});

describe('an index that was asked before', () => {
  const words = ['dam', 'quake', 'vote', 'river'];
  const article = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    text: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((some) => some.join(' ')),
  });
  const typed = fc
    .array(fc.constantFrom(...words, '-dam', '"dam river"', '-"quake vote"'), { maxLength: 3 })
    .map((some) => some.join(' '));

  it('answers as one that was not', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(article, typed), { maxLength: 12 }), (steps) => {
        const asked = new ArticleIndex();
        const stored = new Map<string, string>();
        for (const [{ id, text }, query] of steps) {
          asked.put(buildArticle({ id, text }));
          stored.set(id, text);
          const fresh = new ArticleIndex();
          for (const [each, its] of stored) fresh.put(buildArticle({ id: each, text: its }));
          const filter = buildFilter(query, new Date('2024-06-19T12:00:00Z'));
          // Before and after: either may find what the other has kept.
          expect(asked.newest(filter, { limit: 9 })).toEqual(fresh.newest(filter, { limit: 9 }));
          expect(asked.search(filter, { limit: 9 })).toEqual(fresh.search(filter, { limit: 9 }));
          expect(asked.newest(filter, { limit: 9 })).toEqual(fresh.newest(filter, { limit: 9 }));
        }
      }),
    );
  });
});
