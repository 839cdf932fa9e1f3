import { z } from 'zod';
import { isSchedule } from './slots.ts';
import type { Subscription } from './subscription.ts';

const date = z.iso.datetime();

const state = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('active') }),
  z.object({
    kind: z.literal('paused'),
    by: z.enum(['manager', 'delivery']),
    reason: z.string(),
    since: date,
    untold: z.literal(true).exactOptional(),
  }),
]);

const subscription = z.object({
  id: z.string().min(1),
  guildId: z.string().min(1),
  channelId: z.string().min(1),
  schedule: z.object({ cron: z.string(), zone: z.string() }).refine(isSchedule),
  topics: z.array(z.string()),
  sources: z.array(z.string()),
  languages: z.array(z.string()).exactOptional(),
  countries: z.array(z.string()).exactOptional(),
  storyCount: z.int().min(1).max(10),
  roleId: z.string().min(1).exactOptional(),
  thread: z.boolean(),
  pictures: z.literal(false).exactOptional(),
  onQuiet: z.enum(['post-nothing', 'say-so']),
  state,
  createdBy: z.string(),
  createdAt: date,
  changedAt: date,
}) satisfies z.ZodType<Subscription>;

/** Reads a subscription back from the store; undefined for what is none. Unknown fields are dropped. */
export function parseSubscription(raw: unknown): Subscription | undefined {
  return subscription.safeParse(raw).data;
}
