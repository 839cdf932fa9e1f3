import { describe, expect, it } from 'vitest';
import { RecentMap } from '../../src/web/recent-map.ts';

describe('RecentMap', () => {
  it('drops what was used longest ago', () => {
    const map = new RecentMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  it('drops as many as a heavy one needs, itself where it is too heavy', () => {
    const map = new RecentMap<number>(10, 100);
    map.set('a', 1, 40);
    map.set('b', 2, 40);
    map.set('c', 3, 70);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, undefined, 3]);
    map.set('d', 4, 101);
    expect(map.size).toBe(0);
  });

  it('weighs a value once that is set again', () => {
    const map = new RecentMap<number>(10, 100);
    for (let at = 0; at < 5; at += 1) map.set('a', at, 60);
    map.set('b', 9, 40);
    expect([map.get('a'), map.get('b')]).toEqual([4, 9]);
  });
});
