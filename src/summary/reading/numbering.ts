import { NumberList } from './number-list.ts';

/** Things in sentences, numbered from 0 in the order in which they first occur. */
export interface Numbered {
  /** Sentence i's numbers, each once, are `ids[starts[i]]` up to `ids[starts[i + 1]]`. */
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  /** By number: how often it occurs in all. */
  readonly counts: readonly number[];
  /** By number: in how many sentences. */
  readonly spreads: readonly number[];
}

/** Collects the numbers of one sentence after another; used again for the next text. */
export class NumberingBuilder {
  readonly #ids = new NumberList();
  readonly #starts = new NumberList();
  readonly #counts = new NumberList();
  readonly #spreads = new NumberList();
  /** By number: the sentence that had it last, counted from 1. */
  readonly #lastIn = new NumberList();

  reset(): void {
    for (const list of [this.#ids, this.#starts, this.#counts, this.#spreads, this.#lastIn]) {
      list.clear();
    }
    this.#starts.push(0);
  }

  /** Adds a number to the current sentence; a new one must be the next after the highest. */
  add(number: number): void {
    const sentence = this.#starts.length;
    if (number === this.#counts.length) {
      this.#counts.push(1);
      this.#spreads.push(1);
      this.#lastIn.push(sentence);
      this.#ids.push(number);
      return;
    }
    this.#counts.increment(number);
    if (this.#lastIn.at(number) === sentence) return;
    this.#lastIn.set(number, sentence);
    this.#spreads.increment(number);
    this.#ids.push(number);
  }

  endSentence(): void {
    this.#starts.push(this.#ids.length);
  }

  build(): Numbered {
    return {
      ids: this.#ids.toArray(),
      starts: this.#starts.toArray(),
      counts: this.#counts.toArray(),
      spreads: this.#spreads.toArray(),
    };
  }
}
