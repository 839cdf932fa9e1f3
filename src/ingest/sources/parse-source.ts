import { z } from 'zod';
import { parseFeedAddress } from './feed-address.ts';
import type { Source } from './source.ts';

const date = z.iso.datetime();
const address = z.string().refine((text) => parseFeedAddress(text) !== undefined);
const count = z.int().min(0);

const state = z.object({
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
  contentHash: z.string().exactOptional(),
  movedTo: address.exactOptional(),
  lastPollAt: date.exactOptional(),
  lastSuccessAt: date.exactOptional(),
  lastNewAt: date.exactOptional(),
  failures: z
    .object({ count: z.int().min(1), since: date, reason: z.string(), message: z.string() })
    .exactOptional(),
  emptyAnswers: count,
  recentCounts: z.array(z.object({ day: z.iso.date(), count })),
  dropped: z
    .array(
      z.object({
        title: z.string(),
        url: z.string().exactOptional(),
        reason: z.string(),
        at: date,
      }),
    )
    .exactOptional(),
  nextPollAt: date,
});

const source = z.object({
  id: z.string().min(1),
  url: address,
  name: z.string().min(1),
  isUnnamed: z.literal(true).exactOptional(),
  homeUrl: z.string().exactOptional(),
  country: z.string().exactOptional(),
  lang: z.string().exactOptional(),
  owner: z.string().min(1),
  addedAt: date,
  paused: z
    .object({
      at: date,
      reason: z.enum(['by-manager', 'failing', 'gone']),
      untold: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  state,
}) satisfies z.ZodType<Source>;

/** Reads a source back from the store; undefined for what is none. Unknown fields are dropped. */
export function parseSource(raw: unknown): Source | undefined {
  return source.safeParse(raw).data;
}
