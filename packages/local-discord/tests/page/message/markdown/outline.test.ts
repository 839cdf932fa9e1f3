import { describe, expect, it } from 'vitest';
import { createOutline } from '../../../../page/message/markdown/outline.ts';

describe('the outline of a message', () => {
  it.each([
    [
      [1, 2, 3],
      [3, 4, 5],
    ],
    [
      [3, 3, 1, 3],
      [3, 3, 3, 4],
    ],
    [
      [1, 3, 3, 2, 3],
      [3, 4, 4, 4, 5],
    ],
    [
      [2, 1, 2],
      [3, 3, 4],
    ],
  ])('maps the headings %j to the levels %j', (headings, levels) => {
    expect(headings.map(createOutline())).toEqual(levels);
  });
});
