import { z } from 'zod';
import { readZone } from '../../text/zones/zone-list.ts';

/** The most languages that one server can have. */
export const MOST_LANGUAGES = 10;

/** The code of a language. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: 'must be the code of a language' });

/** A zone that schedules can be read in. */
export const zoneSchema = z
  .string()
  .refine((zone) => readZone(zone) !== undefined, { error: 'must be an IANA time zone' });

/** What the managers of a server chose. What they left open follows from Discord and from the host. */
export type Settings = z.infer<typeof settingsSchema>;

export const settingsSchema = z
  .strictObject({
    /** Primary subtags. Empty means every language; absent means the language of the server in Discord. */
    languages: z.array(languageSchema).max(MOST_LANGUAGES).readonly().exactOptional(),
    /** The IANA zone of schedules that name none; absent means that of the host. */
    zone: zoneSchema.exactOptional(),
    changedBy: z.string(),
    changedAt: z.iso.datetime(),
  })
  .readonly();
