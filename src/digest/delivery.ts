/** Why Discord will keep refusing until someone mends it. */
export type RefusalReason =
  | 'channel-gone'
  | 'guild-gone'
  | 'missing-permission'
  | 'token-invalid'
  | 'message-invalid';

/** What came of one attempt to post an edition. */
export type DeliveryOutcome =
  | { readonly kind: 'posted'; readonly messageId: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly detail: string }
  /** It was too late to try again; `detail` says why the last attempt failed, or that it may be there. */
  | { readonly kind: 'given-up'; readonly detail: string };

/** What came of one slot, as managers may ask about it. */
export interface DeliveryRecord {
  /** ISO 8601, UTC: when it came to that. */
  readonly at: string;
  readonly subscriptionId: string;
  readonly channelId: string;
  readonly slot: string;
  readonly outcome: DeliveryOutcome | { readonly kind: 'quiet' | 'missed' };
}
