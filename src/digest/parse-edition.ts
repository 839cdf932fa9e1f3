import { z } from 'zod';
import type { Edition } from './edition.ts';

const date = z.iso.datetime();

const sentence = z.object({
  articleId: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});

const place = z.object({ country: z.string(), capital: z.literal(true).exactOptional() });

const story = z.object({
  storyId: z.string(),
  articleIds: z.array(z.string()),
  headline: z.string(),
  articleId: z.string(),
  url: z.string().exactOptional(),
  source: z.string().exactOptional(),
  place: z.string().exactOptional(),
  places: z.array(place).exactOptional(),
  publishedAt: date.exactOptional(),
  dayOnly: z.boolean().exactOptional(),
  sources: z.array(z.string()),
  sentences: z.array(sentence),
  update: z.boolean(),
});

const digest = z.object({
  from: date,
  until: date,
  articleCount: z.int().min(0),
  leftOutCount: z.int().min(1).exactOptional(),
  noNewsSince: date.exactOptional(),
  stories: z.array(story),
  omissions: z.array(
    z.object({
      storyId: z.string(),
      headline: z.string(),
      reason: z.enum(['already-told', 'too-short', 'beyond-story-count', 'no-room']),
    }),
  ),
  unlistedCount: z.int().min(1).exactOptional(),
});

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('posted'), messageId: z.string() }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum([
      'channel-gone',
      'guild-gone',
      'missing-permission',
      'token-invalid',
      'message-invalid',
    ]),
    detail: z.string(),
  }),
  z.object({ kind: z.literal('retry'), afterMs: z.number().min(0), detail: z.string() }),
  z.object({ kind: z.literal('given-up'), detail: z.string() }),
]);

const state = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pending'),
    since: date,
    attempts: z.int().min(0),
    retryAt: date,
    detail: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('posted'),
    at: date,
    messageId: z.string(),
    threadId: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('quiet'), at: date }),
  z.object({ kind: z.literal('missed'), at: date }),
  z.object({ kind: z.literal('failed'), at: date, outcome }),
]);

const edition = z.object({
  id: z.string().min(1),
  subscriptionId: z.string().min(1),
  guildId: z.string().min(1),
  channelId: z.string().min(1),
  slot: date,
  late: z.boolean(),
  digest,
  state,
}) satisfies z.ZodType<Edition>;

/** Reads an edition back from the store; undefined for what is none. Unknown fields are dropped. */
export function parseEdition(raw: unknown): Edition | undefined {
  return edition.safeParse(raw).data;
}
