/** A name of a country, or of something in it, in a text. */
export interface PlaceMention {
  readonly country: string;
  /** It is the capital that is named, and the text does not say that something comes from there. */
  readonly isCapital: boolean;
  /**
   * `doubtful`: it may be a person's name, and counts where the country is named otherwise too. `weak`: an
   * airline's country, which counts where no other is named.
   */
  readonly trust: 'sure' | 'weak' | 'doubtful';
}
