import { z } from 'zod';

/** When digests are due: a five-field cron expression read in an IANA time zone. */
export type Schedule = z.infer<typeof scheduleSchema>;

export const scheduleSchema = z.object({ cron: z.string(), zone: z.string() }).readonly();
