import { moveActive } from '../pick/pick-items.ts';

/** A key press and the state of the field that it happens in. */
export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly text: string;
  /** Whether the caret is at the beginning of the text. */
  readonly isAtStart: boolean;
  /** Whether the caret is at the end of the text. */
  readonly isAtEnd: boolean;
  /** Whether the field's value was picked from a list. */
  readonly isPicked: boolean;
  /** The list above the field, if there is one. */
  readonly list: KeyList | undefined;
}

/** The state of a list that keys depend on. */
export interface KeyList {
  readonly isOpen: boolean;
  readonly count: number;
  readonly active: number;
  /** Whether an arrow key has been pressed in it. */
  readonly hasMoved: boolean;
}

/** The effect of a key in a field. */
export type KeyDeed =
  | { readonly do: 'move'; readonly active: number }
  | { readonly do: 'open' | 'close' | 'pick' | 'send' | 'leave' | 'remove' | 'back' | 'on' };

/** Decides what a key does. `undefined` leaves it to the browser. */
export function planKey(press: KeyPress): KeyDeed | undefined {
  const { key, shift, text, list } = press;
  const isOpen = list?.isOpen === true;
  const canPick = isOpen && list.active >= 0 && list.active < list.count;
  switch (key) {
    case 'Enter':
      if (shift) return undefined;
      return { do: canPick ? 'pick' : 'send' };
    case 'Tab': {
      // Tab picks only after typing or moving in the list; otherwise it just moves the focus.
      const isMeant = list?.hasMoved === true || (text.trim() !== '' && !press.isPicked);
      return !shift && canPick && isMeant ? { do: 'pick' } : undefined;
    }
    case 'Escape':
      return { do: isOpen ? 'close' : 'leave' };
    case 'Backspace':
      return text === '' ? { do: 'remove' } : undefined;
    case 'ArrowLeft':
      return press.isAtStart && !shift ? { do: 'back' } : undefined;
    case 'ArrowRight':
      return press.isAtEnd && !shift ? { do: 'on' } : undefined;
    case 'ArrowUp':
    case 'ArrowDown':
    case 'PageUp':
    case 'PageDown':
      return list && !shift ? walk(key, list) : undefined;
    default:
      return undefined;
  }
}

function walk(key: string, list: KeyList): KeyDeed | undefined {
  if (!list.isOpen) return key === 'ArrowDown' ? { do: 'open' } : undefined;
  const active = moveActive(key, list.active, list.count);
  return active === undefined ? undefined : { do: 'move', active };
}
