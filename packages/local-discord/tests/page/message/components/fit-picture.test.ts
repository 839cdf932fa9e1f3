import { describe, expect, it } from 'vitest';
import { fitPicture } from '../../../../page/message/components/fit-picture.ts';

describe('the size of a picture', () => {
  it.each([
    ['stays the same for a small one', { width: 200, height: 100 }, { width: 200, height: 100 }],
    ['is reduced for a tall one', { width: 400, height: 700 }, { width: 200, height: 350 }],
    ['is unknown without a width', { width: null, height: 10 }, undefined],
    ['is unknown without a width and a height', {}, undefined],
  ])('%s', (_what, size, expected) => {
    expect(fitPicture(size)).toEqual(expected);
  });
});
