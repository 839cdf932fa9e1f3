import type { DeliveryOutcome } from './delivery.ts';
import type { Digest } from './digest.ts';

/**
 * Where an edition stands. It is `pending` in the store before anything is posted, and stays so
 * while it is retried. All dates are ISO 8601, UTC.
 */
export type EditionState =
  | {
      readonly kind: 'pending';
      readonly since: string;
      /** Attempts begun so far; each is recorded before it starts. */
      readonly attempts: number;
      /** Nobody takes the edition up again before this: an attempt may be in flight until then. */
      readonly retryAt: string;
      /** Why the last attempt failed; absent while the first is under way. */
      readonly detail?: string;
    }
  | {
      readonly kind: 'posted';
      readonly at: string;
      readonly messageId: string;
      readonly threadId?: string;
    }
  /** A day without news, and the subscription posts nothing then. */
  | { readonly kind: 'quiet'; readonly at: string }
  /** The slot passed while nothing ran and was too old to catch up; the digest is empty. */
  | { readonly kind: 'missed'; readonly at: string }
  | { readonly kind: 'failed'; readonly at: string; readonly outcome: DeliveryOutcome };

/** A digest issued for one slot to one channel. Stored under `<channelId>:<subscriptionId>:<slot>`. */
export interface Edition {
  /**
   * Hash of the digest's inputs, the subscription's configuration, the slot and the version of the
   * maker: 12 hex digits. It stands in the message's footer as `editionMark(id)`, by which a message
   * is found again after a crash.
   */
  readonly id: string;
  readonly subscriptionId: string;
  readonly guildId: string;
  readonly channelId: string;
  /** The planned instant, ISO 8601, UTC. */
  readonly slot: string;
  /** Posted after its slot, within the grace. */
  readonly late: boolean;
  readonly digest: Digest;
  readonly state: EditionState;
}

/** The key of an edition in its store; those of one channel, and of one subscription, share a prefix. */
export function editionKey(
  edition: Pick<Edition, 'channelId' | 'subscriptionId' | 'slot'>,
): string {
  return `${edition.channelId}:${edition.subscriptionId}:${edition.slot}`;
}

/** How an edition's message names it in its footer. */
export function editionMark(id: string): string {
  return `Edition ${id}`;
}
