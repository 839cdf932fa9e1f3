import type { KeyList, KeyPress } from './plan-key.ts';

/** Reads a key press in a field; `undefined` if it belongs to the browser or to an input method. */
export function readKey(
  event: KeyboardEvent,
  list: KeyList | undefined,
  isPicked: boolean,
): KeyPress | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  const text = isField ? target.value : '';
  return {
    key: event.key,
    shift: event.shiftKey,
    text,
    isAtStart: !isField || target.selectionEnd === 0,
    isAtEnd: !isField || target.selectionStart === text.length,
    isPicked,
    list,
  };
}
