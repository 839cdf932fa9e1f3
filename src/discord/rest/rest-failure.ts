import { DiscordAPIError, HTTPError } from 'discord.js';
import { ForeignRefusalError } from './request-discord.ts';

/** Why a request to Discord failed, as far as the bot reacts to it. */
export type RestFailure =
  /** The interaction or message is gone: its token expired (after 3 s or 15 min) or someone deleted it. */
  | { readonly kind: 'gone' }
  /** Another acknowledgement came first. */
  | { readonly kind: 'already-acknowledged' }
  /** Discord did not answer, or answered 5xx. A retry may work. */
  | { readonly kind: 'unreachable' }
  /** Discord understood and said no. The same request will fail again. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: number | string }
  /** The error did not come from Discord or the network: a bug. */
  | { readonly kind: 'other' };

const GONE = new Set<number | string>([
  10_003, // Unknown Channel
  10_008, // Unknown Message
  10_015, // Unknown Webhook
  10_062, // Unknown interaction
  50_027, // Invalid Webhook Token
]);
const ALREADY_ACKNOWLEDGED = 40_060;

/** Classifies the error of a discord.js request. */
export function classifyRestFailure(error: unknown): RestFailure {
  if (error instanceof DiscordAPIError) {
    if (GONE.has(error.code)) return { kind: 'gone' };
    if (error.code === ALREADY_ACKNOWLEDGED) return { kind: 'already-acknowledged' };
    return { kind: 'refused', status: error.status, code: error.code };
  }
  if (error instanceof HTTPError || error instanceof ForeignRefusalError)
    return { kind: 'unreachable' };
  return isNetworkError(error) ? { kind: 'unreachable' } : { kind: 'other' };
}

/**
 * Tells whether Discord refused a message perhaps because of its files. Such a message has not been
 * posted.
 */
export function mayBeForFiles(error: unknown): boolean {
  const failure = classifyRestFailure(error);
  if (failure.kind !== 'refused') return false;
  return FOR_FILES.has(failure.status) || failure.code === MISSING_PERMISSIONS;
}

/** Bad Request and Content Too Large. */
const FOR_FILES = new Set([400, 413]);
/** Someone may have removed the permission to attach files after the bot checked it. */
const MISSING_PERMISSIONS = 50_013;

/** Recognizes errors of the connection: from the system, from undici, and aborted requests. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError') return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(E[A-Z]+|EAI_AGAIN|UND_ERR_SOCKET|UND_ERR_[A-Z_]*TIMEOUT)$/.test(code);
}
