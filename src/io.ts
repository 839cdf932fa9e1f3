/** The outside world as a command-line verb sees it. */
export interface CliIo {
  readonly stdin: NodeJS.ReadableStream;
  /** Writes a line to standard output, which carries only results. */
  readonly out: (line: string) => void;
  /** Writes a line to standard error. */
  readonly err: (line: string) => void;
  /** Whether standard error is a terminal, where progress may be drawn. */
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Sets the exit code of the process: 1 for a fault, 2 for wrong usage. */
  readonly exitCode: (code: 1 | 2) => void;
}
