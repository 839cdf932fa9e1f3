import { z } from 'zod';

/** Where the journal was at some instants, the oldest first, so that its age is known. */
export type JournalPositions = z.infer<typeof journalPositionsSchema>;

export const journalPositionsSchema = z
  .array(z.object({ at: z.iso.datetime(), cursor: z.int().min(0) }).readonly())
  .readonly();
