import { z } from 'zod';

/** When a story is posted at once instead of with the next digest. */
export type Alert = z.infer<typeof alertSchema>;

/** The least and the most of each part of an alert. */
export const ALERT_LIMITS = {
  voices: { least: 1, most: 50 },
  hours: { least: 1, most: 48 },
  perDay: { least: 1, most: 10 },
} as const;

/** What an alert is if only its voices are given. */
export const ALERT_DEFAULTS = { hours: 6, perDay: 3 } as const;

export const alertSchema = z
  .object({
    /** At least so many voices report it … */
    voices: z.int().min(ALERT_LIMITS.voices.least).max(ALERT_LIMITS.voices.most),
    /** … within so many hours. */
    hours: z.int().min(ALERT_LIMITS.hours.least).max(ALERT_LIMITS.hours.most),
    /** At most so many alerts on one day of the schedule's zone. */
    perDay: z.int().min(ALERT_LIMITS.perDay.least).max(ALERT_LIMITS.perDay.most),
  })
  .readonly();

/** Why an edition was posted at once: the story of which it tells, and how many voices reported it within how many hours. */
export type RaisedAlert = z.infer<typeof raisedAlertSchema>;

export const raisedAlertSchema = z
  .object({
    /** The id of the story's first article when the alert was raised. */
    storyId: z.string().min(1),
    voices: z.int().min(1),
    hours: z.int().min(1),
  })
  .readonly();
