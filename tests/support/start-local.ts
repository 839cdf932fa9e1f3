import { SLOW_MACHINE_PICTURE_WAIT_MS } from './picture-wait.ts';
import { startProgram } from './start-program.ts';

/** A machine that does much else takes its time. */
const START_MS = 60_000;

/** A bot in a Discord on this machine, started as its hosts start it. */
export interface StartedLocal {
  readonly url: string;
  /** Ms from the start to the line with the address, and to the one that says that articles are loaded. */
  readonly shownMs: number;
  readonly loadedMs: number;
  stop(): Promise<void>;
}

/** Runs `npm start` without a token over the sample articles, in memory and without the network. */
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
