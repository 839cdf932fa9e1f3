import type { UserError } from '../errors.ts';

/** The end of the program: a signal, or a fault that only a person can fix. */
export interface End {
  /** Resolves to the fault, or to undefined after a signal. */
  readonly ended: Promise<UserError | undefined>;
  fail(fault: UserError): void;
  /** Stops listening for signals. */
  dispose(): void;
}

/** Starts listening for SIGINT and SIGTERM. */
export function waitForEnd(): End {
  let settle!: (fault?: UserError) => void;
  const ended = new Promise<UserError | undefined>((resolve) => {
    settle = resolve;
  });
  const stop = (): void => settle();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    ended,
    fail: (fault) => settle(fault),
    dispose() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
