import { describe, expect, it } from 'vitest';
import { UrlSlots } from '../../src/index/url-slots.ts';

// The second and third have the same hash (FNV-1a with 31 bits). They were found by trial.
const URLS = ['https://a.example/1', 'https://b.example/288883', 'https://b.example/532435'];

describe('UrlSlots', () => {
  it('distinguishes and removes addresses with the same hash', () => {
    const slots = new UrlSlots((slot) => URLS[slot]);
    for (const slot of URLS.keys()) slots.add(slot);
    expect(URLS.map((url) => slots.find(url))).toEqual([[0], [1], [2]]);
    slots.remove(1);
    expect(URLS.map((url) => slots.find(url))).toEqual([[0], [], [2]]);
    slots.remove(2);
    expect(slots.find(URLS[2]!)).toEqual([]);
  });

  it('finds all slots of one page', () => {
    const urls = ['https://a.example/1/', 'http://www.a.example/1?utm_source=x', undefined];
    const slots = new UrlSlots((slot) => urls[slot]);
    for (const slot of urls.keys()) slots.add(slot);
    expect(slots.find('https://a.example/1')).toEqual([0, 1]);
  });
});
