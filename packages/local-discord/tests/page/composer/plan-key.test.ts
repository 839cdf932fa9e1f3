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
    ['Enter picks what is active', { key: 'Enter', list: open }, 'pick'],
    ['Enter sends where nothing is active', { key: 'Enter', list: none }, 'send'],
    ['Enter sends where the list is closed', { key: 'Enter', list: closed }, 'send'],
    ['Enter sends where there is no list', { key: 'Enter' }, 'send'],
    ['Shift+Enter is a new line', { key: 'Enter', shift: true }, undefined],
    ['Tab picks what was typed for', { key: 'Tab', text: 'a', list: open }, 'pick'],
    ['Tab picks what was walked to', { key: 'Tab', list: { ...open, hasMoved: true } }, 'pick'],
    ['Tab passes through an empty field', { key: 'Tab', list: open }, undefined],
    [
      'Tab leaves what was picked',
      { key: 'Tab', text: 'a', isPicked: true, list: open },
      undefined,
    ],
    ['Shift+Tab goes back', { key: 'Tab', text: 'a', shift: true, list: open }, undefined],
    ['Escape closes the list first', { key: 'Escape', list: open }, 'close'],
    ['Escape then leaves the command', { key: 'Escape', list: closed }, 'leave'],
    ['Backspace in an empty field removes', { key: 'Backspace' }, 'remove'],
    ['Backspace erases text otherwise', { key: 'Backspace', text: 'a' }, undefined],
    ['the left arrow goes back at the start', { key: 'ArrowLeft' }, 'back'],
    ['the left arrow stays in the text', { key: 'ArrowLeft', isAtStart: false }, undefined],
    ['the right arrow goes on at the end', { key: 'ArrowRight' }, 'on'],
    ['the right arrow stays in the text', { key: 'ArrowRight', isAtEnd: false }, undefined],
    ['the down arrow opens the list', { key: 'ArrowDown', list: closed }, 'open'],
    ['the up arrow does not', { key: 'ArrowUp', list: closed }, undefined],
    ['a letter is typed', { key: 'a', list: open }, undefined],
  ])('%s', (_what, given, expected) => {
    expect(planKey({ ...press, ...given })?.do).toBe(expected);
  });

  it('walks in the list', () => {
    expect(planKey({ ...press, key: 'ArrowDown', list: open })).toEqual({ do: 'move', active: 1 });
    expect(planKey({ ...press, key: 'ArrowUp', list: open })).toEqual({ do: 'move', active: 2 });
  });
});
