import type { QueryAnswers } from '../query-answers.ts';

/** How well each sentence answers what the sentences chosen so far have left open. */
export class RemainingAnswers {
  /** By sentence, 0 to 1: its score, reduced by the share of its words and phrases that chosen ones have. */
  readonly scores: Float64Array;
  readonly #answers: QueryAnswers | undefined;
  readonly #answered = new Set<number>();

  constructor(answers: QueryAnswers | undefined, sentenceCount: number) {
    this.#answers = answers;
    this.scores = answers?.scores.slice() ?? new Float64Array(sentenceCount);
  }

  /** Counts what a sentence answers as answered. */
  add(sentence: number): void {
    if (!this.#answers) return;
    const { scores, found, shares } = this.#answers;
    for (const number of found[sentence]!) this.#answered.add(number);
    for (let i = 0; i < scores.length; i++) {
      let [all, isNew] = [0, 0];
      for (const number of found[i]!) {
        all += shares[number]!;
        if (!this.#answered.has(number)) isNew += shares[number]!;
      }
      this.scores[i] = all === 0 ? 0 : (scores[i]! * isNew) / all;
    }
  }
}
