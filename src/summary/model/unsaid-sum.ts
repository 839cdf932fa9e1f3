import type { Numbered } from '../reading/numbering.ts';
import { Marks } from './marks.ts';

/** Sums what sentences have that is not said yet. Used again for the next text. */
export class UnsaidSum {
  #ids: readonly number[] = [];
  #starts: readonly number[] = [];
  #matches: Float64Array = new Float64Array(0);
  readonly #said = new Marks();
  /** What is said by the first of two sentences that are added together. */
  readonly #passed = new Marks();

  /** Begins a text. `matches`: by number, what saying it once adds. */
  begin({ ids, starts }: Numbered, matches: Float64Array): void {
    this.#ids = ids;
    this.#starts = starts;
    this.#matches = matches;
  }

  /** What these sentences have is said, and nothing else. */
  say(sentences: readonly number[]): void {
    this.#said.reset(this.#matches.length);
    for (let k = 0; k < sentences.length; k++) this.#mark(sentences[k]!, this.#said);
  }

  /** What a sentence adds to what is said. */
  sum(sentence: number): number {
    const ids = this.#ids;
    const matches = this.#matches;
    const said = this.#said;
    const end = this.#starts[sentence + 1]!;
    let sum = 0;
    for (let at = this.#starts[sentence]!; at < end; at++) {
      const id = ids[at]!;
      if (!said.has(id)) sum += matches[id]!;
    }
    return sum;
  }

  /** The same, after another sentence. */
  sumAfter(before: number, sentence: number): number {
    this.#passed.reset(this.#matches.length);
    this.#mark(before, this.#passed);
    let sum = 0;
    for (let at = this.#starts[sentence]!; at < this.#starts[sentence + 1]!; at++) {
      const id = this.#ids[at]!;
      if (!this.#said.has(id) && !this.#passed.has(id)) sum += this.#matches[id]!;
    }
    return sum;
  }

  #mark(sentence: number, marks: Marks): void {
    const end = this.#starts[sentence + 1]!;
    for (let at = this.#starts[sentence]!; at < end; at++) marks.add(this.#ids[at]!);
  }
}
