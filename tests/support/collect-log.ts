import { pino } from 'pino';
import type { Log } from '../../src/log.ts';

/** One line of the log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** Pino's levels, as numbers. */
export const LEVELS = { info: 30, warn: 40, error: 50, fatal: 60 } as const;

/** Creates a log whose lines, from `debug` up, a test can read. */
export function collectLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino(
    { level: 'debug', base: null },
    { write: (line: string) => lines.push(JSON.parse(line) as LogLine) },
  );
  return { log, lines };
}
