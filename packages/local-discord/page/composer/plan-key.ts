import { moveActive } from '../pick/pick-items.ts';

/** What a key is pressed in. */
export interface KeyPlace {
  readonly key: string;
  readonly shift: boolean;
  readonly text: string;
  /** Whether the caret is at the beginning, at the end, of the text; in an empty one both. */
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
  /** Whether what stands there was picked. */
  readonly isPicked: boolean;
  /** The list above; `undefined` where there is none. */
  readonly list: KeyList | undefined;
}

/** The list as the keyboard sees it. */
export interface KeyList {
  readonly isOpen: boolean;
  readonly count: number;
  readonly active: number;
  /** Whether arrows have been used in it. */
  readonly hasMoved: boolean;
}

/** What a key does in a field. */
export type KeyDeed =
  | { readonly do: 'move'; readonly active: number }
  | { readonly do: 'open' | 'close' | 'pick' | 'send' | 'leave' | 'remove' | 'back' | 'on' };

/** Decides what a key does; `undefined` leaves it to the browser. */
export function planKey(place: KeyPlace): KeyDeed | undefined {
  const { key, shift, text, list } = place;
  const isOpen = list?.isOpen === true;
  const canPick = isOpen && list.active >= 0 && list.active < list.count;
  switch (key) {
    case 'Enter':
      if (shift) return undefined;
      return { do: canPick ? 'pick' : 'send' };
    case 'Tab': {
      // Who has typed or walked in the list means it; who only passes through does not.
      const isMeant = list?.hasMoved === true || (text.trim() !== '' && !place.isPicked);
      return !shift && canPick && isMeant ? { do: 'pick' } : undefined;
    }
    case 'Escape':
      return { do: isOpen ? 'close' : 'leave' };
    case 'Backspace':
      return text === '' ? { do: 'remove' } : undefined;
    case 'ArrowLeft':
      return place.isAtStart && !shift ? { do: 'back' } : undefined;
    case 'ArrowRight':
      return place.isAtEnd && !shift ? { do: 'on' } : undefined;
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
