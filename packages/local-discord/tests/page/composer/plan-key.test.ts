import { describe, expect, it } from 'vitest';
import { planKey, type KeyPress } from '../../../page/composer/plan-key.ts';

const open = { isOpen: true, count: 3, active: 0, hasMoved: false };
const closed = { ...open, isOpen: false };
const none = { ...open, active: -1 };
const press: KeyPress = {
  key: '',
  shift: false,
  text: '',
  isAtStart: true,
  isAtEnd: true,
  isPicked: false,
  list: undefined,
};

describe('planKey', () => {
  it.each<[string, Partial<KeyPress>, string | undefined]>([
    ['Enter picks the active item', { key: 'Enter', list: open }, 'pick'],
    ['Enter sends if no item is active', { key: 'Enter', list: none }, 'send'],
    ['Enter sends if the list is closed', { key: 'Enter', list: closed }, 'send'],
    ['Enter sends if there is no list', { key: 'Enter' }, 'send'],
    ['Shift+Enter is a new line', { key: 'Enter', shift: true }, undefined],
    ['Tab picks the item that was typed', { key: 'Tab', text: 'a', list: open }, 'pick'],
    [
      'Tab picks the item that arrow keys have reached',
      { key: 'Tab', list: { ...open, hasMoved: true } },
      'pick',
    ],
    ['Tab leaves an empty field', { key: 'Tab', list: open }, undefined],
    [
      'Tab leaves a field with a picked item',
      { key: 'Tab', text: 'a', isPicked: true, list: open },
      undefined,
    ],
    ['Shift+Tab goes back', { key: 'Tab', text: 'a', shift: true, list: open }, undefined],
    ['Escape closes the list first', { key: 'Escape', list: open }, 'close'],
    ['Escape then leaves the command', { key: 'Escape', list: closed }, 'leave'],
    ['Backspace removes an empty field', { key: 'Backspace' }, 'remove'],
    ['Backspace erases text', { key: 'Backspace', text: 'a' }, undefined],
    ['the left arrow goes back at the start', { key: 'ArrowLeft' }, 'back'],
    ['the left arrow stays in the text', { key: 'ArrowLeft', isAtStart: false }, undefined],
    ['the right arrow goes forward at the end', { key: 'ArrowRight' }, 'on'],
    ['the right arrow stays in the text', { key: 'ArrowRight', isAtEnd: false }, undefined],
    ['the down arrow opens the list', { key: 'ArrowDown', list: closed }, 'open'],
    ['the up arrow does not open the list', { key: 'ArrowUp', list: closed }, undefined],
    ['a letter is typed', { key: 'a', list: open }, undefined],
  ])('%s', (_what, given, expected) => {
    expect(planKey({ ...press, ...given })?.do).toBe(expected);
  });

  it('moves in the list', () => {
    expect(planKey({ ...press, key: 'ArrowDown', list: open })).toEqual({ do: 'move', active: 1 });
    expect(planKey({ ...press, key: 'ArrowUp', list: open })).toEqual({ do: 'move', active: 2 });
  });
});
