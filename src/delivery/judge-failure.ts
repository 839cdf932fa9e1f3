import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { DeliveryOutcome, RefusalReason } from '../digest/delivery.ts';

/** An attempt that did not end with a message. */
export type FailedOutcome = Exclude<DeliveryOutcome, { readonly kind: 'posted' | 'given-up' }>;

/** Discord will keep refusing until someone mends it. */
export type Refusal = DeliveryOutcome & { readonly kind: 'refused' };

/** What the judgement depends on besides the error. */
export interface Attempt {
  /** Attempts begun, this one counted. */
  readonly attempts: number;
  /** The gateway still lists the guild. */
  readonly inGuild: boolean;
}

/** Tells what a failed attempt means: try again later, or stop until someone mends it. Pure. */
export function classifyDelivery(error: unknown, attempt: Attempt): FailedOutcome {
  if (error instanceof DiscordAPIError) return classifyAnswer(error, attempt);
  if (error instanceof HTTPError) {
    return retry(`Discord had a fault of its own (${error.status}).`, attempt);
  }
  if (error instanceof RateLimitError) {
    const { kind, afterMs, detail } = retry('Discord makes the bot wait (429).', attempt);
    const waitMs = Math.max(afterMs, error.timeToReset);
    return { kind, detail, afterMs: Math.min(waitMs, BACKOFF.longestMs) };
  }
  if (error instanceof Error && error.message.startsWith('Expected token to be set')) {
    return refuse('token-invalid');
  }
  const why = error instanceof Error && error.name === 'TimeoutError' ? 'in time' : 'at all';
  return retry(`Discord did not answer ${why}.`, attempt);
}

const BACKOFF = { firstMs: 30_000, factor: 2, longestMs: 15 * 60_000 } as const;

/** The pause after the nth attempt: 30 s, 1 min, 2 min … at most 15 min. */
export function backoffMs(attempts: number): number {
  return Math.min(BACKOFF.longestMs, BACKOFF.firstMs * BACKOFF.factor ** Math.max(0, attempts - 1));
}

const DETAILS: Readonly<Record<RefusalReason, string>> = {
  'channel-gone': 'The channel is gone.',
  'guild-gone': 'The bot is no longer in the server.',
  'missing-permission':
    'The bot may not post in the channel: it needs View Channel and Send Messages.',
  'token-invalid': 'Discord refuses the bot token; whoever runs the bot has to renew it.',
  'message-invalid': 'Discord refused the message itself.',
};

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REASONS: ReadonlyMap<number | string, RefusalReason> = new Map<
  number | string,
  RefusalReason
>([
  [10_003, 'channel-gone'],
  [10_004, 'guild-gone'],
  [50_001, 'missing-permission'],
  [50_013, 'missing-permission'],
]);

function classifyAnswer(error: DiscordAPIError, attempt: Attempt): FailedOutcome {
  const { status, code } = error;
  if (status === 401) return refuse('token-invalid');
  if (status === 429 || status >= 500) {
    return retry(`Discord cannot take messages just now (${status}).`, attempt);
  }
  const reason = REASONS.get(code) ?? reasonOfStatus(status);
  // To a bot that was removed, every channel of the server is merely forbidden.
  if (!attempt.inGuild && reason !== 'message-invalid') return refuse('guild-gone');
  if (reason === 'message-invalid')
    return refuse(reason, `${error.message.split('\n')[0]} (${code})`);
  return refuse(reason);
}

function reasonOfStatus(status: number): RefusalReason {
  if (status === 403) return 'missing-permission';
  return status === 404 ? 'channel-gone' : 'message-invalid';
}

function refuse(reason: RefusalReason, more = ''): FailedOutcome {
  const detail = more === '' ? DETAILS[reason] : `${DETAILS[reason]} ${more}`;
  return { kind: 'refused', reason, detail };
}

function retry(detail: string, { attempts }: Attempt): FailedOutcome & { kind: 'retry' } {
  return { kind: 'retry', afterMs: backoffMs(attempts), detail };
}
