import { describe, expect, it } from 'vitest';
import { readCanonicalUrl } from '../../../src/article/page/facts/page-url.ts';

describe("a page's canonical address", () => {
  it.each([
    ['https://wire.example/b', 'https://wire.example/bridge', 'https://wire.example/bridge'],
    [
      'https://amp.wire.example/b',
      'https://www.wire.example/bridge',
      'https://www.wire.example/bridge',
    ],
    ['https://wire.example/b', '/bridge', 'https://wire.example/bridge'],
    ['https://wire.example/b', 'https://wire.example/', undefined],
    ['https://wire.example/b', 'https://other.example/bridge', undefined],
    ['https://wire.example/b', 'javascript:alert(1)', undefined],
    ['https://wire.example/b', undefined, undefined],
  ])('for %s that declares %s is %s', (url, canonical, page) => {
    expect(readCanonicalUrl(canonical, url)).toBe(page);
  });
});
