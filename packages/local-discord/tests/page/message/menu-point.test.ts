import { describe, expect, it } from 'vitest';
import { menuPoint } from '../../../page/message/menu-point.ts';

const FOCUSED = { left: 10, bottom: 20 };

describe('the menu of a message', () => {
  it.each([
    ['contextmenu', 5, 6, { x: 5, y: 6 }],
    ['contextmenu', 0, 0, { x: 10, y: 20 }],
    ['click', 5, 6, { x: 10, y: 20 }],
  ])('after a %s at %i, %i opens at %j', (type, clientX, clientY, expected) => {
    expect(menuPoint({ type, clientX, clientY }, FOCUSED)).toEqual(expected);
  });
});
