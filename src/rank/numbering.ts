/** Things in sentences, numbered from 0 in the order in which they first occur. */
export interface Numbered {
  /** Sentence i's numbers, each once, are `ids[starts[i]]` up to `ids[starts[i + 1]]`. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  /** By number: how often it occurs in all. */
  readonly counts: Int32Array;
  /** By number: in how many sentences. */
  readonly spreads: Int32Array;
}

/** Collects the numbers of one sentence after another. */
export class NumberingBuilder {
  readonly #ids: Int32Array;
  readonly #counts: Int32Array;
  readonly #spreads: Int32Array;
  /** By number: one more than the sentence that had it last. */
  readonly #lastIn: Int32Array;
  readonly #starts: Int32Array;
  #idCount = 0;
  #numberCount = 0;
  #sentence = 0;

  /** Makes room for so many sentences, and so many things in all of them. */
  constructor(sentences: number, things: number) {
    // One piece of memory: to ask for each array by itself takes longer than to fill them.
    const memory = new Int32Array(4 * things + sentences + 1);
    this.#ids = memory.subarray(0, things);
    this.#counts = memory.subarray(things, 2 * things);
    this.#spreads = memory.subarray(2 * things, 3 * things);
    this.#lastIn = memory.subarray(3 * things, 4 * things);
    this.#starts = memory.subarray(4 * things);
  }

  /** Adds a number to the current sentence; a new one must be the next after the highest. */
  add(number: number): void {
    if (number === this.#numberCount) this.#numberCount += 1;
    this.#counts[number]! += 1;
    if (this.#lastIn[number] === this.#sentence + 1) return;
    this.#lastIn[number] = this.#sentence + 1;
    this.#spreads[number]! += 1;
    this.#ids[this.#idCount] = number;
    this.#idCount += 1;
  }

  endSentence(): void {
    this.#sentence += 1;
    this.#starts[this.#sentence] = this.#idCount;
  }

  build(): Numbered {
    return {
      ids: this.#ids.subarray(0, this.#idCount),
      starts: this.#starts,
      counts: this.#counts.subarray(0, this.#numberCount),
      spreads: this.#spreads.subarray(0, this.#numberCount),
    };
  }
}
