import type { Client } from 'discord.js';

/** Discord answers a close frame at once; what takes longer than this, in ms, will not come. */
const CLOSE_MS = 2_000;

/**
 * Logs a client out. discord.js never comes back from this where the connection was still being
 * made, so it is waited for only a moment.
 */
export async function destroyClient(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_MS);
  });
  await Promise.race([client.destroy(), enough]).finally(() => clearTimeout(timer));
}
