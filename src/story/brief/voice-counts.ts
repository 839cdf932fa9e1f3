/** Counts by number of a word or pair how many voices have it. Voices must be counted one after the other. */
export class VoiceCounts {
  readonly #counts: number[] = [];
  readonly #lastVoice: number[] = [];

  /** By number. */
  get all(): readonly number[] {
    return this.#counts;
  }

  add(number: number, voice: number): void {
    if (this.#lastVoice[number] === voice) return;
    this.#lastVoice[number] = voice;
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }
}
