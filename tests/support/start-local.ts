import { SLOW_MACHINE_PICTURE_WAIT_MS } from './picture-wait.ts';
import { startProgram } from './start-program.ts';

/** The limit for a start, in ms. It is long because the machine may be busy. */
const START_MS = 120_000;

/** A bot in a local Discord, started as its hosts start it. */
export interface StartedLocal {
  readonly url: string;
  /** Ms from the start until the bot printed its address, and until it said that all articles were loaded. */
  readonly shownMs: number;
  readonly loadedMs: number;
  stop(): Promise<void>;
}

/** Runs `npm start` without a token, with the sample articles, a store in memory and no network. */
export async function startLocal(
  env: Readonly<Record<string, string>> = {},
): Promise<StartedLocal> {
  const began = performance.now();
  const program = startProgram({
    LOCAL_PORT: '0',
    STORE_URL: 'memory:',
    LOG_LEVEL: 'info',
    PICTURE_WAIT_MS: String(SLOW_MACHINE_PICTURE_WAIT_MS),
    ...env,
  });
  try {
    const url = await program.seeLine(/Discord on this machine: (\S+)/, START_MS);
    const shownMs = performance.now() - began;
    await program.seeLine(/articles loaded/, START_MS);
    return {
      url,
      shownMs,
      loadedMs: performance.now() - began,
      async stop() {
        program.process.kill('SIGTERM');
        await program.exitCode;
      },
    };
  } catch (error) {
    program.process.kill('SIGKILL');
    throw error;
  }
}
