import { findTyped } from './pick-items.ts';

/** Letters typed within this time of each other form one word. */
const typeaheadMs = 700;

/** Finds items of a list by the first letters of their labels, typed one after another. */
export class TypedWord {
  #text = '';
  #at = 0;

  /**
   * Adds a letter and finds the next label after the active one that begins with the word; -1 if
   * there is none.
   */
  find({ key, timeStamp }: KeyboardEvent, labels: readonly string[], active: number): number {
    this.#text = timeStamp - this.#at > typeaheadMs ? key : this.#text + key;
    this.#at = timeStamp;
    return findTyped(labels, active, this.#text);
  }
}
