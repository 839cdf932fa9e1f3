import { describe, expect, it } from 'vitest';
import { NumberList } from '../../../src/summary/reading/number-list.ts';

describe('NumberList', () => {
  it('returns a copy of what was pushed since it was cleared', () => {
    const list = new NumberList();
    list.push(1);
    list.push(2);
    const first = list.toArray();
    list.clear();
    list.push(3);
    list.increment(0);
    expect(first).toEqual([1, 2]);
    expect(list.toArray()).toEqual([4]);
    expect(list.length).toBe(1);
  });
});
