/** A country that a text tells of. */
export interface Place {
  /** ISO 3166-1 alpha-2: "FR". */
  readonly country: string;
  /** The text names its capital, or was written there. */
  readonly capital?: true;
}
