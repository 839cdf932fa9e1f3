import { describe, expect, it } from 'vitest';
import {
  buildPageButtons,
  clampOffset,
  parseOffset,
  type PagePosition,
} from '../../src/command/page-buttons.ts';

const position = {
  command: 'latest',
  offset: 10,
  count: 5,
  shown: 5,
  total: 30,
  state: ['5', 'a'],
};
const idsOf = (given: Partial<PagePosition>) =>
  buildPageButtons({ ...position, ...given })?.map((button) =>
    'custom_id' in button ? button.custom_id : '',
  );

describe('page buttons', () => {
  it('carry the offset and the state of the list', () => {
    expect(idsOf({})).toEqual(['latest:page:5:5:a', 'latest:page:15:5:a']);
  });

  it('continue after the last item that fitted, so that none is skipped', () => {
    expect(idsOf({ shown: 3 })).toEqual(['latest:page:5:5:a', 'latest:page:13:5:a']);
    expect(idsOf({ shown: 0 })).toEqual(['latest:page:5:5:a', 'latest:page:11:5:a']);
  });

  it('do not go back beyond the start', () => {
    expect(idsOf({ offset: 3 })?.[0]).toBe('latest:page:0:5:a');
  });

  it('are absent if one page has all items, and undefined if the state is too long', () => {
    expect(buildPageButtons({ ...position, offset: 0, total: 5 })).toEqual([]);
    expect(buildPageButtons({ ...position, state: ['x'.repeat(100)] })).toBeUndefined();
  });

  it('carry the first addition that fits, or none', () => {
    const long = 'x'.repeat(90);
    expect(idsOf({ additions: [['b', 'c'], ['d']] })?.[1]).toBe('latest:page:15:5:a:b:c');
    expect(idsOf({ additions: [[long], ['d']] })?.[1]).toBe('latest:page:15:5:a:d');
    expect(idsOf({ additions: [[long]] })?.[1]).toBe('latest:page:15:5:a');
  });

  it.each([
    ['5', 5],
    ['0', 0],
    ['-5', 0],
    ['1e99', 0],
    ['five', 0],
    [undefined, 0],
  ])('read the offset %j as %d', (text, offset) => {
    expect(parseOffset(text)).toBe(offset);
  });

  it.each([
    [0, 0, 0],
    [4, 12, 4],
    [12, 12, 10],
    [99, 12, 10],
    [99, 10, 5],
  ])('clamp the offset %d of %d items, 5 a page, to %d', (offset, total, clamped) => {
    expect(clampOffset(offset, 5, total)).toBe(clamped);
  });
});
