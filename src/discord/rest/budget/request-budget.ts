import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RecordStore } from '../../../store/record-store.ts';
import { planPause, planRequests } from './plan-requests.ts';

/** The whole record is the instant at which the next request is free, in milliseconds since 1970. */
export const requestBudgetSchema = z.number().nonnegative();

/** Discord's budget of requests, which all processes of one bot share. */
export interface RequestBudget {
  /** Resolves when a request may be sent. */
  take(): Promise<void>;
  /** Lets no process send anything for a while, because Discord refused a request on account of all of them. */
  pause(pauseMs: number): Promise<void>;
}

/** The dependencies of the budget. */
interface RequestBudgetParts {
  readonly records: RecordStore<number>;
  readonly now: () => Date;
  /** Called when the store does not answer, but not again before it does. */
  readonly onAway: (error: unknown) => void;
  /** Called when it answers again. */
  readonly onBack: () => void;
}

/** Only one bot's requests are in one store. */
const KEY = 'global';

/** Requests that wait are planned together, so that the store is not asked for each. */
const MOST_AT_ONCE = 10;

/**
 * Creates the budget. If the store does not answer, a request is sent without it: discord.js still limits this process,
 * and without its store it can deliver nothing anyway.
 */
export function createRequestBudget({
  records,
  now,
  onAway,
  onBack,
}: RequestBudgetParts): RequestBudget {
  const waiting: ((waitMs: number) => void)[] = [];
  let isPlanning = false;
  let isAway = false;

  /** Every batch of requests meets a store that is away; it is told once. */
  async function change(decide: (freeAt: number | undefined) => number): Promise<void> {
    try {
      await records.change(KEY, decide);
      if (isAway) onBack();
      isAway = false;
    } catch (error) {
      if (!isAway) onAway(error);
      isAway = true;
    }
  }

  async function plan(): Promise<void> {
    isPlanning = true;
    while (waiting.length > 0) {
      const next = waiting.splice(0, MOST_AT_ONCE);
      let waitsMs: readonly number[] = [];
      await change((freeAt) => {
        const planned = planRequests(freeAt, now().getTime(), next.length);
        waitsMs = planned.waitsMs;
        return planned.freeAt;
      });
      next.forEach((go, position) => go(waitsMs[position] ?? 0));
    }
    isPlanning = false;
  }

  return {
    async take() {
      const waitMs = await new Promise<number>((resolve) => {
        waiting.push(resolve);
        if (!isPlanning) void plan();
      });
      if (waitMs > 0) await sleep(waitMs);
    },
    pause: (pauseMs) => change((freeAt) => planPause(freeAt, now().getTime(), pauseMs)),
  };
}
