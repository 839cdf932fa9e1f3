/** What a reader asks for, parsed; words and phrases are as typed. */
export interface Query {
  /** Each must occur, in any inflection. */
  readonly words: readonly string[];
  /** Each must occur word for word. */
  readonly phrases: readonly string[];
  /** An article by any of these publishers; empty means all. */
  readonly sources: readonly string[];
  /** An article in any of these languages, by primary subtag; empty means all. */
  readonly langs: readonly string[];
  /** An article that happens in any of these countries, by ISO 3166-1 alpha-2; empty means all. */
  readonly countries: readonly string[];
  /** None of these may occur. */
  readonly without: {
    readonly words: readonly string[];
    readonly phrases: readonly string[];
    readonly sources: readonly string[];
    readonly langs: readonly string[];
    readonly countries: readonly string[];
  };
  /** Published at or after. */
  readonly since?: Date;
  /** What was typed but could not be understood. */
  readonly ignored: readonly string[];
}
