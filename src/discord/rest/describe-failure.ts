import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { PortFailure } from '../../delivery/message-port.ts';
import type { RefusalReason } from '../../digest/delivery.ts';
import { ForeignRefusalError } from './request-discord.ts';
import { mayBeForFiles } from './rest-failure.ts';

/** Translates the error of a discord.js request into an outcome of the port. Pure. */
export function describeFailure(error: unknown): PortFailure {
  if (error instanceof DiscordAPIError) return describeAnswer(error);
  if (error instanceof HTTPError)
    return unreachable(`Discord had an internal error (${error.status}).`, error);
  if (error instanceof ForeignRefusalError) return unreachable(error.message, error);
  if (error instanceof RateLimitError) {
    const detail = 'Discord asks the bot to wait (429).';
    return { kind: 'unreachable', detail, afterMs: error.timeToReset, cause: error };
  }
  // After one 401, discord.js forgets the token and sends nothing more.
  if (error instanceof Error && error.message.startsWith('Expected token to be set'))
    return { kind: 'refused', reason: 'token-invalid', cause: error };
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return unreachable(`Discord did not answer ${isLate ? 'in time' : 'at all'}.`, error);
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REASONS: ReadonlyMap<number | string, RefusalReason> = new Map<
  number | string,
  RefusalReason
>([
  [10_003, 'channel-gone'],
  [10_004, 'guild-gone'],
  [50_001, 'missing-permission'],
  [50_007, 'messages-refused'],
  [50_278, 'no-shared-server'],
  [50_013, 'missing-permission'],
]);

/** "You are opening direct messages too fast." */
const OPENED_TOO_FAST = 40_003;

function describeAnswer(error: DiscordAPIError): PortFailure {
  const { status, code, message } = error;
  if (status === 401) return { kind: 'refused', reason: 'token-invalid', cause: error };
  if (code === OPENED_TOO_FAST) return unreachable('Discord asks the bot to wait.', error);
  if (status === 429 || status >= 500)
    return unreachable(`Discord cannot accept messages right now (${status}).`, error);
  const reason = REASONS.get(code) ?? reasonOfStatus(status);
  return {
    kind: 'refused',
    reason,
    ...(reason === 'message-invalid' && { said: `${message.split('\n')[0]} (${code})` }),
    ...(mayBeForFiles(error) && { mayBeForFiles: true }),
    cause: error,
  };
}

function reasonOfStatus(status: number): RefusalReason {
  if (status === 403) return 'missing-permission';
  return status === 404 ? 'channel-gone' : 'message-invalid';
}

function unreachable(detail: string, cause: unknown): PortFailure {
  return { kind: 'unreachable', detail, cause };
}
