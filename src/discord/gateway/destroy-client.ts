import type { Client } from 'discord.js';
import { within } from '../within.ts';

/** Discord answers a close frame at once. After this many milliseconds, no answer will come. */
const CLOSE_MS = 2_000;

/**
 * Logs a client out. This waits for discord.js only a moment, because discord.js never finishes if it
 * was still connecting.
 */
export async function destroyClient(client: Client): Promise<void> {
  await within(CLOSE_MS, client.destroy(), () => undefined);
}
