import type { Numbered } from '../reading/numbering.ts';

/** Sums what sentences have that is not said yet. */
export class UnsaidSum {
  readonly #ids: readonly number[];
  readonly #starts: readonly number[];
  readonly #matches: Float64Array;
  /** By number, the round in which it was said last; a new round forgets all that was said. */
  readonly #rounds: Uint32Array;
  #round = 0;
  /** The same for what is said by the first of two sentences that are added together. */
  readonly #passes: Uint32Array;
  #pass = 0;

  /** @param matches By number, what saying it once adds. */
  constructor({ ids, starts }: Numbered, matches: Float64Array) {
    this.#ids = ids;
    this.#starts = starts;
    this.#matches = matches;
    this.#rounds = new Uint32Array(matches.length);
    this.#passes = new Uint32Array(matches.length);
  }

  /** What these sentences have is said, and nothing else. */
  say(sentences: readonly number[]): void {
    this.#round += 1;
    for (let k = 0; k < sentences.length; k++) {
      this.#mark(sentences[k]!, this.#rounds, this.#round);
    }
  }

  /** What a sentence adds to what is said. */
  sum(sentence: number): number {
    const ids = this.#ids;
    const matches = this.#matches;
    const rounds = this.#rounds;
    const round = this.#round;
    const end = this.#starts[sentence + 1]!;
    let sum = 0;
    for (let at = this.#starts[sentence]!; at < end; at++) {
      const id = ids[at]!;
      if (rounds[id] !== round) sum += matches[id]!;
    }
    return sum;
  }

  /** The same, after another sentence. */
  sumAfter(before: number, sentence: number): number {
    this.#pass += 1;
    this.#mark(before, this.#passes, this.#pass);
    let sum = 0;
    for (let at = this.#starts[sentence]!; at < this.#starts[sentence + 1]!; at++) {
      const id = this.#ids[at]!;
      const isSaid = this.#rounds[id] === this.#round || this.#passes[id] === this.#pass;
      if (!isSaid) sum += this.#matches[id]!;
    }
    return sum;
  }

  #mark(sentence: number, rounds: Uint32Array, round: number): void {
    const end = this.#starts[sentence + 1]!;
    for (let at = this.#starts[sentence]!; at < end; at++) rounds[this.#ids[at]!] = round;
  }
}
