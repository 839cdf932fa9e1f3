import type { DeliveryOutcome, RefusalReason } from '../digest/delivery.ts';
import type { PortFailure } from './message-port.ts';

/** The outcome of an attempt that did not post the message. */
export type FailedOutcome = Exclude<DeliveryOutcome, { readonly kind: 'posted' | 'given-up' }>;

/** Discord keeps refusing until someone fixes the cause. */
export type Refusal = DeliveryOutcome & { readonly kind: 'refused' };

/** The circumstances of a failed attempt. */
export interface Attempt {
  /** Attempts begun so far, including this one. */
  readonly attempts: number;
  readonly inGuild: boolean;
  /** The message was for a person instead of a server's channel. */
  readonly isDirect?: boolean;
}

/** Decides what a failed attempt means: try again later, or stop until someone fixes the cause. Pure. */
export function judgeFailure(
  failure: PortFailure,
  { attempts, inGuild, isDirect = false }: Attempt,
): FailedOutcome {
  if (failure.kind === 'unreachable') {
    const waitMs = Math.max(backoffMs(attempts), failure.afterMs ?? 0);
    const afterMs = Math.min(waitMs, BACKOFF.longestMs);
    return { kind: 'retry', afterMs, detail: failure.detail };
  }
  const { reason, said } = failure;
  if (isDirect && ABOUT_CHANNEL.has(reason)) return refuse('messages-refused');
  // To a bot that was removed, every channel of the server is merely forbidden or unknown.
  if (!inGuild && ABOUT_CHANNEL.has(reason)) return refuse('guild-gone');
  return refuse(reason, said);
}

/** The pause after the nth attempt: 30 s, 1 min, 2 min … at most 15 min. */
export function backoffMs(attempts: number): number {
  return Math.min(BACKOFF.longestMs, BACKOFF.firstMs * BACKOFF.factor ** Math.max(0, attempts - 1));
}

const BACKOFF = { firstMs: 30_000, factor: 2, longestMs: 15 * 60_000 } as const;

const ABOUT_CHANNEL: ReadonlySet<RefusalReason> = new Set(['channel-gone', 'missing-permission']);

const DETAILS: Readonly<Record<RefusalReason, string>> = {
  'channel-gone': 'The channel is gone.',
  'guild-gone': 'The bot is no longer in the server.',
  'missing-permission':
    'The bot may not post in the channel: it needs View Channel and Send Messages.',
  'messages-refused': 'Your settings refuse direct messages of the bot.',
  'no-shared-server':
    'Discord takes the bot’s messages only for people who share a server with it.',
  'token-invalid': 'Discord refuses the bot token; the person who runs the bot has to replace it.',
  'message-invalid': 'Discord refused the message itself.',
};

function refuse(reason: RefusalReason, said?: string): Refusal {
  const detail = said === undefined ? DETAILS[reason] : `${DETAILS[reason]} ${said}`;
  return { kind: 'refused', reason, detail };
}
