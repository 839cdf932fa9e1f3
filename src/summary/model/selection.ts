import { RemainingAnswers } from './remaining-answers.ts';
import type { Numbered } from '../reading/numbering.ts';
import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WeightedReading } from '../weigh-reading.ts';

/** What is chosen so far, and how much of each other sentence it says already. */
export class Selection {
  /** Indices in the order of their choice. */
  readonly chosen: number[] = [];
  /** By sentence, 0 to 1: the greatest cosine to a chosen one. */
  readonly likeness: Float64Array;
  /** By sentence, 0 to 1: the share of its word pairs that chosen ones have. */
  readonly covered: Float64Array;
  readonly #answers: RemainingAnswers;
  readonly #reading: WeightedReading;
  readonly #isChosen: Uint8Array;
  /** By term: its squared idf while a sentence that has it is added, else 0. */
  readonly #squares: Float64Array;
  /** By pair: whether a chosen sentence has it. */
  readonly #isSaid: Uint8Array;

  constructor(reading: WeightedReading) {
    const count = reading.sentences.length;
    this.#reading = reading;
    const take = reserveFloats(2 * count + reading.idf.length);
    this.likeness = take(count);
    this.covered = take(count);
    this.#squares = take(reading.idf.length);
    this.#answers = new RemainingAnswers(reading.answers, count);
    this.#isChosen = new Uint8Array(count);
    this.#isSaid = new Uint8Array(reading.pairs.counts.length);
  }

  /** By sentence, 0 to 1: how far it answers what is asked and chosen ones do not. */
  get answer(): Float64Array {
    return this.#answers.scores;
  }

  has(sentence: number): boolean {
    return this.#isChosen[sentence] === 1;
  }

  add(sentence: number): void {
    this.chosen.push(sentence);
    this.#isChosen[sentence] = 1;
    this.#addLikeness(sentence);
    this.#addCovered(sentence);
    this.#answers.add(sentence);
  }

  #addLikeness(sentence: number): void {
    const { terms, idf, norms } = this.#reading;
    const squares = this.#squares;
    forEachIn(terms, sentence, (term) => (squares[term] = idf[term]! ** 2));
    for (let i = 0; i < this.likeness.length; i++) {
      let dot = 0;
      for (let at = terms.starts[i]!; at < terms.starts[i + 1]!; at++)
        dot += squares[terms.ids[at]!]!;
      if (dot === 0) continue;
      this.likeness[i] = Math.max(this.likeness[i]!, dot / (norms[i]! * norms[sentence]!));
    }
    forEachIn(terms, sentence, (term) => (squares[term] = 0));
  }

  #addCovered(sentence: number): void {
    const { pairs } = this.#reading;
    forEachIn(pairs, sentence, (pair) => (this.#isSaid[pair] = 1));
    for (let i = 0; i < this.covered.length; i++) {
      const from = pairs.starts[i]!;
      const to = pairs.starts[i + 1]!;
      let said = 0;
      for (let at = from; at < to; at++) said += this.#isSaid[pairs.ids[at]!]!;
      this.covered[i] = said / Math.max(1, to - from);
    }
  }
}

function forEachIn({ ids, starts }: Numbered, sentence: number, visit: (id: number) => void): void {
  for (let at = starts[sentence]!; at < starts[sentence + 1]!; at++) visit(ids[at]!);
}
