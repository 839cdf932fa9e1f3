import { describe, expect, it } from 'vitest';
import { rememberByText } from '../../../src/article/page/remember-by-text.ts';

describe('what is remembered of short texts', () => {
  it('is asked once, and again when too many others came between', () => {
    const asked: string[] = [];
    const lengthOf = rememberByText((text) => {
      asked.push(text.slice(0, 6));
      return text.length;
    });
    expect([lengthOf('lead'), lengthOf('lead'), lengthOf('')]).toEqual([4, 4, 0]);
    expect(asked).toEqual(['lead', '']);
    for (let at = 0; at < 5000; at += 1) lengthOf(`name-${at}`);
    expect(lengthOf('lead')).toBe(4);
    expect(asked.filter((text) => text === 'lead')).toHaveLength(2);
  });

  it('has no long text and mixes nothing up', () => {
    let count = 0;
    const lengthOf = rememberByText((text) => {
      count += 1;
      return text.length;
    });
    const long = 'a '.repeat(400);
    expect([lengthOf(long), lengthOf(long), lengthOf('\uD800'), lengthOf('\uFFFD\uFFFD')]).toEqual([
      800, 800, 1, 2,
    ]);
    expect(count).toBe(4);
  });
});
