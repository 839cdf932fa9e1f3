import type { RefusalReason } from '../digest/delivery.ts';
import type { Message } from '../render/message.ts';

/**
 * Sends and finds messages over Discord's REST API; needs no gateway. Every function resolves to an
 * outcome and never rejects; it gives up when `signal` aborts.
 */
export interface MessagePort {
  /** Posts a message once per nonce (at most 25 characters), as long as Discord remembers the nonce. */
  post(
    channelId: string,
    message: Message,
    nonce: string,
    signal: AbortSignal,
  ): Promise<PostOutcome>;
  find(wanted: WantedMessage, signal: AbortSignal): Promise<FindOutcome>;
  /** Starts a thread on a message. Resolves to the thread if the message already has one. */
  startThread(
    channelId: string,
    messageId: string,
    name: string,
    signal: AbortSignal,
  ): Promise<ThreadOutcome>;
}

/** A message of ours in a channel that holds `mark` and was posted at or after `since`. */
export interface WantedMessage {
  readonly channelId: string;
  readonly mark: string;
  readonly since: Date;
}

export type PostOutcome = { readonly kind: 'posted'; readonly messageId: string } | PortFailure;

/** `unknown`: the message may be there, but the channel could not be read back far enough. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string }
  | PortFailure;

export type ThreadOutcome = { readonly kind: 'started'; readonly threadId: string } | PortFailure;

/** A request that Discord did not carry out, as far as it is known. */
export type PortFailure = RefusedRequest | UnreachableDiscord;

/** Discord said no and did nothing. The same request fails again until someone fixes the cause. */
interface RefusedRequest {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** Discord's own words, when they say more than the reason. */
  readonly said?: string;
  /** The message has files, and Discord may take it without them. */
  readonly mayBeForFiles?: true;
  /** The error, for the log only. */
  readonly cause?: unknown;
}

/** Discord gave no usable answer. It may have done what was asked, and a later request may work. */
interface UnreachableDiscord {
  readonly kind: 'unreachable';
  /** What happened, as a sentence. */
  readonly detail: string;
  /** How long Discord asks to wait, in milliseconds. */
  readonly afterMs?: number;
  /** The error, for the log only. */
  readonly cause?: unknown;
}
