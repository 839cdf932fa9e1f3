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
  | { readonly kind: 'retry'; readonly afterMs: number; readonly detail: string };
