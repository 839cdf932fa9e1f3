import { z } from 'zod';

/**
 * Path → the state in which that file was imported, or the ids of its articles. All files are in one record: it is read
 * at each import.
 */
export type FileStates = z.infer<typeof fileStatesSchema>;

export const fileStatesSchema = z.record(z.string(), z.string()).readonly();
