import { describe, expect, it } from 'vitest';
import { renderByline } from '../../src/render/render-byline.ts';

const AT = '2024-03-14T12:00:00.000Z';
const STAMP = '<t:1710417600:R>';

describe('the line below a headline', () => {
  it.each([
    [{ source: 'Harbour Post', publishedAt: AT, dateBasis: 'header' }, `Harbour Post · ${STAMP}`],
    [{ publishedAt: AT, dateBasis: 'first-seen' }, `first seen ${STAMP}`],
    [{ publishedAt: AT, dateBasis: 'clamped' }, `first seen ${STAMP}`],
    [{ source: 'Harbour Post', place: 'DERNA, Libya' }, 'Harbour Post · DERNA, Libya'],
    [{ source: 'A', publisherCount: 3, articleCount: 4 }, 'A · 3 publishers · 4 articles'],
  ] as const)('of %j is "%s"', (byline, line) => {
    expect(renderByline(byline)).toBe(`-# ${line}`);
  });

  it('is empty if nothing is known', () => {
    expect(renderByline({ dateBasis: 'first-seen' })).toBe('');
  });
});
