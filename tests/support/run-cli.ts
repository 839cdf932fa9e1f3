import { Readable } from 'node:stream';
import { VERSION } from '../../src/version.ts';
import { runProgram } from '../../src/cli/program.ts';

/** The result of a run of the command line. */
export interface CliRun {
  readonly out: string[];
  readonly err: string[];
  readonly exitCode: number;
}

/** The environment, clock and input. By default there are no variables, and the clock is fixed. */
export interface CliOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: Date;
}

/** Runs `dateline ARGS` in this process. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  let exitCode = 0;
  await runProgram(
    args,
    {
      stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      isTerminal: false,
      env: options.env ?? {},
      now: () => options.now ?? new Date('2024-12-12T08:00:00Z'),
      exitCode: (code) => {
        exitCode = code;
      },
    },
    VERSION,
  );
  return { out, err, exitCode };
}

/** Each line of the output as JSON. */
export function parseLines(run: CliRun): Record<string, unknown>[] {
  return run.out.map((line) => JSON.parse(line) as Record<string, unknown>);
}
