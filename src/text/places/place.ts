/** A country that a text is about. */
export interface Place {
  /** ISO 3166-1 alpha-2: "FR". */
  readonly country: string;
  /** Set if the text names the country's capital or was written there. */
  readonly capital?: true;
}
