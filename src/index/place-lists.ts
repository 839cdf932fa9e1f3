import type { Place } from '../text/places/place.ts';

/** Lists of places, each held once under a number: articles share a few thousand of them. */
export class PlaceLists {
  readonly #lists: (readonly Place[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** The number of a list; 0 is that of the empty one. */
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
