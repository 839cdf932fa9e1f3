import { z } from 'zod';

/** Path → the state in which that file was imported. All files are in one record: it is read at each import. */
export type FileStates = z.infer<typeof fileStatesSchema>;

export const fileStatesSchema = z.record(z.string(), z.string()).readonly();
