/** Counts by number of a word or pair how many voices have it. Voices must be counted one after the other. */
export class VoiceCounts {
  readonly #counts: number[] = [];
  readonly #lastVoice: number[] = [];
  readonly #misses: number[] = [];

  /** By number. */
  get all(): readonly number[] {
    return this.#counts;
  }

  /** By number, the probability that an editor of any of the voices that have it would keep it. */
  get chances(): readonly number[] {
    return this.#misses.map((miss) => 1 - miss);
  }

  /** `chance`: how probable it is that an editor of this voice would keep it. */
  add(number: number, voice: number, chance = 1): void {
    if (this.#lastVoice[number] === voice) return;
    this.#lastVoice[number] = voice;
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    this.#misses[number] = (this.#misses[number] ?? 1) * (1 - chance);
  }
}
