import { describe, expect, it } from 'vitest';
import { fitPicture } from '../../../../page/message/components/fit-picture.ts';

describe('the room of a picture', () => {
  it.each([
    ['leaves a small one as it is', { width: 200, height: 100 }, { width: 200, height: 100 }],
    ['lowers a tall one', { width: 400, height: 700 }, { width: 200, height: 350 }],
    ['knows nothing of one without a size', { width: null, height: 10 }, undefined],
    ['knows nothing of one that says nothing', {}, undefined],
  ])('%s', (_what, size, expected) => {
    expect(fitPicture(size)).toEqual(expected);
  });
});
