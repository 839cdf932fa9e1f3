/** What a report's sentences have of what is asked. */
export interface Asked {
  /** By sentence, how far it answers: 0 where it has nothing asked for, up to 1. */
  readonly scores: Float64Array;
  /** By sentence, the numbers of the words and phrases that it has. */
  readonly found: readonly (readonly number[])[];
  /** By number, its share of all that is asked. */
  readonly shares: readonly number[];
}

/** How far each sentence still answers what those chosen so far have not. */
export class Answers {
  /** By sentence, 0 to 1: its score, as far as its words are new. */
  readonly fresh: Float64Array;
  readonly #asked: Asked | undefined;
  readonly #answered = new Set<number>();

  constructor(asked: Asked | undefined, sentenceCount: number) {
    this.#asked = asked;
    this.fresh = asked?.scores.slice() ?? new Float64Array(sentenceCount);
  }

  /** Takes what a sentence answers as answered. */
  add(sentence: number): void {
    if (!this.#asked) return;
    const { scores, found, shares } = this.#asked;
    for (const number of found[sentence]!) this.#answered.add(number);
    for (let i = 0; i < scores.length; i++) {
      let [all, isNew] = [0, 0];
      for (const number of found[i]!) {
        all += shares[number]!;
        if (!this.#answered.has(number)) isNew += shares[number]!;
      }
      this.fresh[i] = all === 0 ? 0 : (scores[i]! * isNew) / all;
    }
  }
}
