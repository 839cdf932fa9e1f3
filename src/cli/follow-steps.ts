import type { CliIo } from '../io.ts';
import type { OnProgress } from '../store/backup/on-progress.ts';
import { discardUnfinished } from '../store/backup/unfinished-file.ts';
import { createProgress } from './progress.ts';

const LABELS = { copy: 'copied', check: 'checking its pages', sum: 'checking its records' };

/** What a shell expects of a process that a signal ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Draws the progress of a backup or a restore. A signal ends the process at once, without what is not finished:
 * nothing is in its place before it is complete.
 */
export async function followSteps<T>(
  io: CliIo,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const progress = createProgress((text) => void process.stderr.write(text), io.isTerminal);
  const stop = (signal: keyof typeof EXIT_CODES): void => {
    progress.clear();
    discardUnfinished();
    process.exit(EXIT_CODES[signal]);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work((step, share) => progress.show(share, 1, LABELS[step]));
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    progress.clear();
  }
}
