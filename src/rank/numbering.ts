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

/** Collects the numbers of one sentence after another. */
export class NumberingBuilder implements Numbered {
  readonly ids: number[] = [];
  readonly starts: number[] = [0];
  readonly counts: number[] = [];
  readonly spreads: number[] = [];
  /** By number: the sentence that had it last. */
  readonly #lastIn: number[] = [];

  /** Adds a number to the current sentence; a new one must be the next after the highest. */
  add(number: number): void {
    const sentence = this.starts.length;
    if (number === this.counts.length) {
      this.counts.push(1);
      this.spreads.push(1);
      this.#lastIn.push(sentence);
      this.ids.push(number);
      return;
    }
    this.counts[number]! += 1;
    if (this.#lastIn[number] === sentence) return;
    this.#lastIn[number] = sentence;
    this.spreads[number]! += 1;
    this.ids.push(number);
  }

  endSentence(): void {
    this.starts.push(this.ids.length);
  }
}
