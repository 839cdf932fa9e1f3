import type { App } from '../run/open-app.ts';
import { listSecrets, parseConfig } from '../config.ts';
import { createLog } from '../log.ts';
import type { CliIo } from '../io.ts';

/** Opens the configured store, fills the index from it, and closes both afterwards. */
export async function withApp<T>(io: CliIo, work: (app: App) => Promise<T>): Promise<T> {
  const config = parseConfig(io.env);
  // Loaded here: verbs that need no store start in half the time without.
  const { openApp } = await import('../run/open-app.ts');
  // A terminal is for the answer: only what is wrong is said beside it.
  const app = await openApp(config, createLog('warn', io.isTerminal, listSecrets(config)), io.now);
  try {
    await app.load();
    return await work(app);
  } finally {
    await app.close();
  }
}
