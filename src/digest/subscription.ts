import { z } from 'zod';
import { alertSchema } from './alerts/alert.ts';
import { layoutSchema } from './layout.ts';
import { scheduleSchema } from './schedule.ts';
import { isSchedule } from './slots.ts';

/** Whether a subscription runs, and why not. */
const stateSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('active') }),
    z.object({
      kind: z.literal('paused'),
      /** `delivery` means that Discord refused the bot. */
      by: z.enum(['manager', 'delivery']),
      reason: z.string(),
      since: z.iso.datetime(),
      /** The server's managers still have to be told. */
      untold: z.literal(true).exactOptional(),
    }),
  ])
  .readonly();

/** A schedule that has slots: its cron expression and zone can be read. */
export const dueScheduleSchema = scheduleSchema.refine(isSchedule);

/** The thread that each edition opens: none, one for discussion, or one with a message for each story. */
export type ThreadUse = z.infer<typeof threadSchema>;

const threadSchema = z.preprocess(
  // It was a boolean before a thread could have stories.
  (stored) => (typeof stored === 'boolean' ? (stored ? 'discussion' : 'none') : stored),
  z.enum(['none', 'discussion', 'stories']),
);

/** What a channel gets, and when. */
export type Subscription = z.infer<typeof subscriptionSchema>;

export const subscriptionSchema = z
  .object({
    id: z.string().min(1),
    /** The server, or the `followerId` of the person whom it belongs to. */
    guildId: z.string().min(1),
    /** A server's channel, or the person's direct messages. */
    channelId: z.string().min(1),
    /** What its digests are called; absent if `nameSubscription` names it. */
    name: z.string().min(1).exactOptional(),
    schedule: dueScheduleSchema,
    /** Queries in the search language; empty means everything. */
    topics: z.array(z.string()).readonly(),
    /** Publishers; empty means all. */
    sources: z.array(z.string()).readonly(),
    /** Primary subtags. Empty means every language; absent means those of its server, and every one of a follow. */
    languages: z.array(z.string()).readonly().exactOptional(),
    /** Where its stories happen, by ISO 3166-1 alpha-2; empty or absent means everywhere. */
    countries: z.array(z.string()).readonly().exactOptional(),
    /** An article of the one story that it is about; absent means all stories. */
    storyId: z.string().min(1).exactOptional(),
    /** Most stories in one edition. */
    storyCount: z.int().min(1).max(10),
    /** The one role that an edition mentions. */
    roleId: z.string().min(1).exactOptional(),
    thread: threadSchema,
    /** How much of each story an edition shows; absent means `full`. */
    layout: layoutSchema.exactOptional(),
    /** Set if editions go without pictures. */
    pictures: z.literal(false).exactOptional(),
    /** Which stories are posted at once; absent means none. */
    alert: alertSchema.exactOptional(),
    /** What to do on a day without news. */
    onQuiet: z.enum(['post-nothing', 'say-so']),
    state: stateSchema,
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    /** Grows with each edit; slots before `changedAt` are never caught up. */
    changedAt: z.iso.datetime(),
    /** When nothing was left to do for its slots up to then; absent until it is first served. */
    servedAt: z.iso.datetime().exactOptional(),
  })
  .readonly();

/** The key of a subscription in its store; those of one guild, or of one person, share the prefix `<guildId>:`. */
export function subscriptionKey(subscription: Pick<Subscription, 'id' | 'guildId'>): string {
  return `${subscription.guildId}:${subscription.id}`;
}
