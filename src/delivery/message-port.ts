import type { RefusalReason } from '../digest/delivery.ts';
import type { Message } from '../render/message.ts';

/**
 * Sends and finds messages through Discord's REST API; needs no gateway. Every function resolves to an
 * outcome and never rejects. It stops waiting when `signal` aborts.
 */
export interface MessagePort {
  /** Posts a message, once per nonce (at most 25 characters) while Discord remembers the nonce. */
  post(
    channelId: string,
    message: Message,
    nonce: string,
    signal: AbortSignal,
  ): Promise<PostOutcome>;
  find(wanted: WantedMessage, signal: AbortSignal): Promise<FindOutcome>;
  /** Opens the channel of direct messages with a person, which is always the same. It says nothing about whether they take any. */
  openDirect(userId: string, signal: AbortSignal): Promise<DirectOutcome>;
  /** Starts a thread on a message. Resolves to the thread if the message already has one. */
  startThread(
    channelId: string,
    messageId: string,
    name: string,
    signal: AbortSignal,
  ): Promise<ThreadOutcome>;
}

/** A message of the bot that contains `mark` and was posted at or after `since`. */
export interface WantedMessage {
  readonly channelId: string;
  /** The thread of that channel that it is in; the channel itself by default. */
  readonly threadId?: string;
  readonly mark: string;
  readonly since: Date;
  /** The channel is a person's direct messages, which the bot may always read. */
  readonly isDirect?: boolean;
}

export type PostOutcome = { readonly kind: 'posted'; readonly messageId: string } | PortFailure;

/** `unknown`: the message may be there, but the channel's history could not be read far enough. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string }
  | PortFailure;

type DirectOutcome = { readonly kind: 'opened'; readonly channelId: string } | PortFailure;

export type ThreadOutcome = { readonly kind: 'started'; readonly threadId: string } | PortFailure;

/** A request that did not succeed. */
export type PortFailure = RefusedRequest | UnreachableDiscord;

/** Discord refused the request and did nothing. It will be refused again until someone fixes the cause. */
interface RefusedRequest {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** Discord's error message, if it says more than the reason. */
  readonly said?: string;
  /** The files of the message may be the cause. */
  readonly mayBeForFiles?: true;
  /** The error, for the log only. */
  readonly cause?: unknown;
}

/** Discord gave no usable response. It may have carried out the request, and a retry may work. */
interface UnreachableDiscord {
  readonly kind: 'unreachable';
  /** What happened, as a sentence for users. */
  readonly detail: string;
  /** How long Discord asks to wait, in milliseconds. */
  readonly afterMs?: number;
  /** The error, for the log only. */
  readonly cause?: unknown;
}
