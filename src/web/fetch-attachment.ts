import { UserError } from '../errors.ts';

/** The most bytes of a file sent to the bot, and the most time to fetch it. */
const LIMITS = { bytes: 2_000_000, timeMs: 10_000 } as const;

/**
 * Fetches the text of a file that was sent to the bot. Its address comes from Discord, never from a
 * user. Throws a UserError if the file is too large or cannot be fetched.
 */
export async function fetchAttachment(
  { url, bytes }: { readonly url: string; readonly bytes: number },
  fetchFile: typeof fetch = fetch,
): Promise<string> {
  if (bytes > LIMITS.bytes) {
    throw new UserError('bad-input', `That file is too large; it may have ${LIMITS.bytes} bytes.`);
  }
  try {
    const response = await fetchFile(url, { signal: AbortSignal.timeout(LIMITS.timeMs) });
    if (!response.ok) throw new Error(`Discord answered ${response.status}`);
    return await response.text();
  } catch (error) {
    const message = 'I could not fetch that file from Discord. Send it again.';
    throw new UserError('not-available', message, { cause: error });
  }
}
