import type { Place } from '../text/places/place.ts';

/** Numbers lists of places and stores each once: all articles share a few thousand. */
export class PlaceLists {
  readonly #lists: (readonly Place[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** The number of a list; the empty list has 0. */
  numberOf(places: readonly Place[]): number {
    const key = places.map(({ country, capital }) => (capital ? `${country}*` : country)).join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#lists.push(places) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  list(number: number): readonly Place[] {
    return this.#lists[number]!;
  }
}
