import { z } from 'zod';

/** Why Discord will keep refusing until someone fixes it. */
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

const refusalReasonSchema = z.enum([
  'channel-gone',
  'guild-gone',
  'missing-permission',
  /** A person's settings refuse direct messages of the bot. */
  'messages-refused',
  /** Discord passes on no direct messages of a bot that shares no server with the person. */
  'no-shared-server',
  'token-invalid',
  'message-invalid',
]);

/** The result of one attempt to post an edition. */
export type DeliveryOutcome = z.infer<typeof deliveryOutcomeSchema>;

export const deliveryOutcomeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('posted'), messageId: z.string() }),
    z.object({ kind: z.literal('refused'), reason: refusalReasonSchema, detail: z.string() }),
    z.object({ kind: z.literal('retry'), afterMs: z.number().min(0), detail: z.string() }),
    /** It was too late to try again. `detail` says why the last attempt failed, or that the message may be there. */
    z.object({ kind: z.literal('given-up'), detail: z.string() }),
  ])
  .readonly();

/** The result of one slot, as managers may ask about it. */
export interface DeliveryRecord {
  /** ISO 8601, UTC: when it came to that. */
  readonly at: string;
  readonly subscriptionId: string;
  readonly channelId: string;
  /** What the edition is called. */
  readonly name?: string;
  readonly slot: string;
  /** It told one story at once. */
  readonly isAlert?: true;
  readonly outcome: DeliveryOutcome | { readonly kind: 'quiet' | 'missed' };
}
