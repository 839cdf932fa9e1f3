import type { Place } from '../text/places/place.ts';

/** What is saved of the lists: the key of each. */
type SavedPlaceLists = ReturnType<PlaceLists['save']>;

const CAPITAL = '*';

/** Numbers lists of places and stores each once: all articles share a few thousand. */
export class PlaceLists {
  readonly #lists: (readonly Place[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** The lists that `save` described. */
  static restore(keys: SavedPlaceLists): PlaceLists {
    const lists = new PlaceLists();
    for (const key of keys.slice(1)) lists.numberOf(key.split(',').map(readPlace));
    return lists;
  }

  /** What a file needs for `restore`. */
  save(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** The number of a list; the empty list has 0. */
  numberOf(places: readonly Place[]): number {
    const key = places
      .map(({ country, capital }) => (capital ? country + CAPITAL : country))
      .join();
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

function readPlace(text: string): Place {
  return text.endsWith(CAPITAL)
    ? { country: text.slice(0, -CAPITAL.length), capital: true }
    : { country: text };
}
