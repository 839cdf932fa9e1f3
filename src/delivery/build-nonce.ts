import { createHash } from 'node:crypto';

/** Builds the nonce of a message that may be posted once for `identity`: 25 characters, the most that Discord takes. */
export function buildNonce(identity: string): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, 25);
}
