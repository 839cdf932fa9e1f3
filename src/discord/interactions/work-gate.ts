import { takeTurn } from '../../slices.ts';

/**
 * Lets work begin when no acknowledgement is in flight, one piece per turn of the event loop. So two
 * hundred requests at once are all acknowledged before the first is answered.
 */
export interface WorkGate {
  /** Counts an acknowledgement as in flight until it settles. */
  acknowledging<T>(acknowledgement: Promise<T>): Promise<T>;
  /** Resolves when work may begin, in the order of the calls. */
  turn(): Promise<void>;
}

/** Work waits at most this long for acknowledgements, in ms, however many requests keep coming. */
const LONGEST_WAIT_MS = 500;

/** Creates a gate. */
export function createWorkGate(longestWaitMs = LONGEST_WAIT_MS): WorkGate {
  const waiting: { readonly since: number; readonly begin: () => void }[] = [];
  let acknowledging = 0;
  /** Since when acknowledgements are in flight without a break. */
  let acknowledgingSince = 0;
  let alarm: NodeJS.Timeout | undefined;
  let scheduled = false;

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    void beginInTurn();
  }

  async function beginInTurn(): Promise<void> {
    await takeTurn();
    scheduled = false;
    letNextBegin();
  }

  function letNextBegin(): void {
    clearTimeout(alarm);
    const [next] = waiting;
    if (!next) return;
    const waitedMs = performance.now() - Math.max(next.since, acknowledgingSince);
    if (acknowledging > 0 && waitedMs < longestWaitMs) {
      alarm = setTimeout(schedule, longestWaitMs - waitedMs);
      return;
    }
    waiting.shift();
    next.begin();
    schedule();
  }

  return {
    acknowledging(acknowledgement) {
      if (acknowledging === 0) acknowledgingSince = performance.now();
      acknowledging += 1;
      return acknowledgement.finally(() => {
        acknowledging -= 1;
        schedule();
      });
    },
    turn: () =>
      new Promise((begin) => {
        waiting.push({ since: performance.now(), begin });
        schedule();
      }),
  };
}
