import { z } from 'zod';
import { raisedAlertSchema } from './alerts/alert.ts';
import { deliveryOutcomeSchema } from './delivery.ts';
import { digestSchema } from './digest.ts';
import { layoutSchema } from './layout.ts';

/**
 * How far an edition has come. It is stored as `pending` before anything is posted, and stays so
 * while it is retried. All dates are ISO 8601, UTC.
 */
export type EditionState = z.infer<typeof stateSchema>;

const stateSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('pending'),
      since: z.iso.datetime(),
      /** Attempts begun so far; each is recorded before it starts. */
      attempts: z.int().min(0),
      /** Nobody takes the edition up again before this: an attempt may be in flight until then. */
      retryAt: z.iso.datetime(),
      /** Why the last attempt failed; absent while the first is in progress. */
      detail: z.string().exactOptional(),
    }),
    z.object({
      kind: z.literal('posted'),
      at: z.iso.datetime(),
      messageId: z.string(),
      threadId: z.string().exactOptional(),
    }),
    /** A day without news, and the subscription posts nothing then. */
    z.object({ kind: z.literal('quiet'), at: z.iso.datetime() }),
    /** The slot passed while nothing ran and was too old to catch up; the digest is empty. */
    z.object({ kind: z.literal('missed'), at: z.iso.datetime() }),
    z.object({
      kind: z.literal('failed'),
      at: z.iso.datetime(),
      outcome: deliveryOutcomeSchema,
    }),
  ])
  .readonly();

/**
 * A digest issued for one slot to one channel, or an alert, which was posted at once. Stored under
 * `<channelId>:<subscriptionId>:<slot>`, and an alert under its story instead of its slot.
 */
export type Edition = z.infer<typeof editionSchema>;

export const editionSchema = z
  .object({
    /**
     * Hash of the digest's inputs, the subscription's configuration, the slot and the version of the
     * maker: 12 hex digits. The message's footer contains it as `editionMark(id)`, by which a message
     * is found again after a crash.
     */
    id: z.string().min(1),
    subscriptionId: z.string().min(1),
    guildId: z.string().min(1),
    channelId: z.string().min(1),
    /** What it was called; absent in editions from before they had names. */
    name: z.string().min(1).exactOptional(),
    /** The planned instant, ISO 8601, UTC; when it was raised if it is an alert. */
    slot: z.iso.datetime(),
    /** Posted after its slot, within the grace. */
    late: z.boolean(),
    digest: digestSchema,
    /** Set if it is an alert. */
    alert: raisedAlertSchema.exactOptional(),
    /** How its message shows the digest; absent means `full`. */
    layout: layoutSchema.exactOptional(),
    state: stateSchema,
  })
  .readonly();

/**
 * The key of an edition in its store; those of one channel, and of one subscription, share a prefix. A slot, and the
 * alert on a story, can be claimed once.
 */
export function editionKey({
  channelId,
  subscriptionId,
  slot,
  alert,
}: Pick<Edition, 'channelId' | 'subscriptionId' | 'slot' | 'alert'>): string {
  return `${channelId}:${subscriptionId}:${alert ? `alert:${alert.storyId}` : slot}`;
}

/** How the message of an edition's story names it in the edition's thread. Stories are numbered from 1. */
export function storyMark(id: string, number: number, count: number): string {
  return `${editionMark(id)} · story ${number} of ${count}`;
}

/** How an edition's message names it in its footer. */
export function editionMark(id: string): string {
  return `Edition ${id}`;
}
