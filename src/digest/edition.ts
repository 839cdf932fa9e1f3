import type { DeliveryOutcome } from './delivery.ts';
import type { Digest } from './digest.ts';

/** Where an edition stands. It is `pending` in the store before anything is posted. */
export type EditionState =
  | { readonly kind: 'pending'; readonly since: string; readonly attempts: number }
  | { readonly kind: 'posted'; readonly at: string; readonly messageId: string }
  | { readonly kind: 'quiet'; readonly at: string }
  | { readonly kind: 'failed'; readonly at: string; readonly outcome: DeliveryOutcome };

/** A digest issued for one slot to one channel. Stored under `<channelId>:<subscriptionId>:<slot>`. */
export interface Edition {
  /** Hash of the digest's inputs, the subscription's configuration and the version of the maker. */
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
