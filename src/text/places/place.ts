import { z } from 'zod';

/** A country that a text is about. */
export type Place = z.infer<typeof placeSchema>;

export const placeSchema = z
  .object({
    /** ISO 3166-1 alpha-2: "FR". */
    country: z.string(),
    /** The text names its capital, or was written there. */
    capital: z.literal(true).exactOptional(),
  })
  .readonly();
