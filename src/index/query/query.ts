/** Words that an article must have or must not have, as a reader typed them. */
export interface Query {
  /** Each must occur, in any inflection. */
  readonly words: readonly string[];
  /** Each must occur word for word. */
  readonly phrases: readonly string[];
  /** None of these may occur. */
  readonly without: {
    readonly words: readonly string[];
    readonly phrases: readonly string[];
  };
}
