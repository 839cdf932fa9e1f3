/** Things in sentences, numbered from 0 in the order in which they first occur. */
export interface Numbered {
  /** Sentence i's numbers, each once, are `ids[starts[i]]` up to `ids[starts[i + 1]]`. */
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  /** By number: what it stands for. */
  readonly keys: readonly number[];
  /** By number: how often it occurs in all. */
  readonly counts: readonly number[];
  /** By number: in how many sentences. */
  readonly spreads: readonly number[];
}

/** Numbers the things of one sentence after another. */
export class Numbering implements Numbered {
  readonly ids: number[] = [];
  readonly starts: number[] = [0];
  readonly keys: number[] = [];
  readonly counts: number[] = [];
  readonly spreads: number[] = [];
  readonly #numbers = new Map<number, number>();
  /** By number: the sentence that had it last. */
  readonly #lastIn: number[] = [];

  add(key: number): void {
    const sentence = this.starts.length;
    const number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, this.keys.length);
      this.ids.push(this.keys.length);
      this.keys.push(key);
      this.counts.push(1);
      this.spreads.push(1);
      this.#lastIn.push(sentence);
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

  find(key: number): number | undefined {
    return this.#numbers.get(key);
  }
}
