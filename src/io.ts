/** Everything that a verb of the command line touches of the outside world. */
export interface CliIo {
  readonly stdin: NodeJS.ReadableStream;
  /** One line to standard output, which carries results only. */
  readonly out: (line: string) => void;
  /** One line to standard error. */
  readonly err: (line: string) => void;
  /** Whether standard error is a terminal, where progress may be drawn. */
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Sets the exit code that the process ends with: 1 for a fault, 2 for wrong usage. */
  readonly exitCode: (code: 1 | 2) => void;
}
