/** English text → French, German, Spanish, Arabic, Russian. Both Spanish locales share one text. */
export type LocalizedRows = Readonly<
  Record<string, readonly [fr: string, de: string, es: string, ar: string, ru: string]>
>;
