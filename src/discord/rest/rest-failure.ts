import { DiscordAPIError, HTTPError } from 'discord.js';

/** Why a request to Discord failed, as far as the bot acts on it. */
export type RestFailure =
  /** What would be answered is gone: its token has expired (3 s, 15 min) or someone deleted it. */
  | { readonly kind: 'gone' }
  /** Another answer came first. */
  | { readonly kind: 'already-acknowledged' }
  /** Discord did not answer or said 5xx: it may work in a moment. */
  | { readonly kind: 'unreachable' }
  /** Discord understood and said no; the same request will fail again. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: number | string }
  /** No answer of Discord's at all: a bug. */
  | { readonly kind: 'other' };

const GONE = new Set<number | string>([
  10_003, // Unknown Channel
  10_008, // Unknown Message
  10_015, // Unknown Webhook
  10_062, // Unknown interaction
  50_027, // Invalid Webhook Token
]);
const ALREADY_ACKNOWLEDGED = 40_060;

/** Tells what kind of failure a request of discord.js ended with. */
export function classifyRestFailure(error: unknown): RestFailure {
  if (error instanceof DiscordAPIError) {
    if (GONE.has(error.code)) return { kind: 'gone' };
    if (error.code === ALREADY_ACKNOWLEDGED) return { kind: 'already-acknowledged' };
    return { kind: 'refused', status: error.status, code: error.code };
  }
  if (error instanceof HTTPError) return { kind: 'unreachable' };
  return isNetworkError(error) ? { kind: 'unreachable' } : { kind: 'other' };
}

/** Tells whether Discord said no to a message, and may take it without its files: it has not been posted. */
export function mayBeForFiles(error: unknown): boolean {
  const failure = classifyRestFailure(error);
  if (failure.kind !== 'refused') return false;
  return FOR_FILES.has(failure.status) || failure.code === MISSING_PERMISSIONS;
}

/** Bad Request and Content Too Large. */
const FOR_FILES = new Set([400, 413]);
/** The right to send files may have been taken since it was looked up. */
const MISSING_PERMISSIONS = 50_013;

/** Tells whether an error came from the connection: a system error, undici's, or an aborted wait. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError') return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(E[A-Z]+|EAI_AGAIN|UND_ERR_SOCKET|UND_ERR_[A-Z_]*TIMEOUT)$/.test(code);
}
