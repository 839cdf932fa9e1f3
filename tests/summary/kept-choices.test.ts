import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { keepChoice } from '../../src/summary/kept-choices.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { buildArticle } from '../support/build-article.ts';

/** Chooses from a reading, and counts how often. */
function buildChooser(reading = buildReading(buildArticle())) {
  const index = new ArticleIndex();
  let count = 0;
  const choose = (...key: unknown[]): number =>
    keepChoice(reading, index.corpus, key, () => (count += 1));
  return { index, choose };
}

describe('what is chosen from a reading', () => {
  it('is chosen once for each key', () => {
    const { choose } = buildChooser();
    expect(choose('lead', 2)).toBe(1);
    expect(choose('lead', 2)).toBe(1);
    expect(choose('lead', 3)).toBe(2);
    expect(choose('found', 2)).toBe(3);
  });

  it('is chosen again after an article came or went', () => {
    const { index, choose } = buildChooser();
    const before = choose('lead');
    index.put(buildArticle());
    const after = choose('lead');
    expect(after).not.toBe(before);
    index.remove(buildArticle().id);
    expect(choose('lead')).not.toBe(after);
  });

  it('is not that of another reading or corpus', () => {
    const reading = buildReading(buildArticle());
    const [one, other] = [buildChooser(reading), buildChooser(reading)];
    one.index.put(buildArticle());
    other.index.put(buildArticle());
    expect([one.choose('lead'), one.choose('lead')]).toEqual([1, 1]);
    expect(other.choose('lead')).toBe(1);
    expect(one.choose('lead')).toBe(2);
  });

  it('is kept within a bound', () => {
    const { choose } = buildChooser();
    for (let key = 0; key < 1_000; key += 1) choose(key);
    expect(choose(0)).toBe(1_001);
  });
});
