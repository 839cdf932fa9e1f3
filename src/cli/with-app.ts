import type { App } from '../run/app.ts';
import { parseConfig } from '../config.ts';
import { createLog } from '../log.ts';
import type { CliIo } from '../io.ts';

/** Opens the configured store, fills the index from it, and closes both afterwards. */
export async function withApp<T>(io: CliIo, work: (app: App) => Promise<T>): Promise<T> {
  const config = parseConfig(io.env);
  // Loaded here, because verbs without a store start twice as fast without it.
  const { openApp } = await import('../run/app.ts');
  // The terminal is for the answer. Only warnings and errors are logged beside it.
  const app = await openApp(config, createLog('warn', io.isTerminal), io.now);
  try {
    await app.load();
    return await work(app);
  } finally {
    await app.close();
  }
}
