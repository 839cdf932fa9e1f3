import { Readable } from 'node:stream';
import { VERSION } from '../../src/version.ts';
import { runProgram } from '../../src/cli/program.ts';

/** What a run of the command line gave. */
export interface CliRun {
  readonly out: string[];
  readonly err: string[];
  readonly exitCode: number;
}

/** What may differ from an empty environment at a fixed moment. */
export interface CliOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: Date;
}

/** Runs the command line in this process, as `dateline ARGS` would with this standard input. */
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
