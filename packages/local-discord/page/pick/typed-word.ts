import { findTyped } from './pick-items.ts';

/** How long letters typed one after another count as one word. */
const typeaheadMs = 700;

/** Letters that are typed in a list one after another, to find what begins so. */
export class TypedWord {
  #text = '';
  #at = 0;

  /** Takes a letter more, and finds the next label after the active one that begins so; -1 where none does. */
  find({ key, timeStamp }: KeyboardEvent, labels: readonly string[], active: number): number {
    this.#text = timeStamp - this.#at > typeaheadMs ? key : this.#text + key;
    this.#at = timeStamp;
    return findTyped(labels, active, this.#text);
  }
}
