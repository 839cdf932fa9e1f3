import { runProgram } from '../../src/cli/program.ts';

/** The whole program in this process, with a clock of its own. */
export interface FixedProgram {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Runs `dateline start` over the sample articles as if it were started at a given moment. */
export async function openFixed(startedAt: Date): Promise<FixedProgram> {
  const began = performance.now();
  const errors: string[] = [];
  let hear!: (line: string) => void;
  const heard = new Promise<string>((resolve) => {
    hear = resolve;
  });
  const running = runProgram(
    ['start'],
    {
      stdin: process.stdin,
      // The only line that it prints has the address.
      out: hear,
      err: (line) => void errors.push(line),
      isTerminal: false,
      env: { LOCAL_PORT: '0', STORE_URL: 'memory:', SOURCES: 'none', LOG_LEVEL: 'silent' },
      now: () => new Date(startedAt.getTime() + performance.now() - began),
      exitCode: (code) => {
        process.exitCode = code;
      },
    },
    '0',
  );
  const line = await Promise.race([heard, running.then(() => '')]);
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`The program did not start:\n${errors.join('\n')}`);
  return {
    url,
    async stop() {
      process.kill(process.pid, 'SIGTERM');
      await running;
    },
  };
}
