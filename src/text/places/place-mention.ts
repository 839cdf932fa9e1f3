/** A mention of a country, or of something in it, in a text. */
export interface PlaceMention {
  readonly country: string;
  /** The capital is named, and the text doesn't say that something comes from there. */
  readonly isCapital: boolean;
  /**
   * `doubtful`: may be a person's name, and counts only if the text names the country in another way
   * too. `weak`: an airline's country, which counts only if no other country is named.
   */
  readonly trust: 'sure' | 'weak' | 'doubtful';
}
