import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createRequestBudget,
  requestBudgetSchema,
  type RequestBudget,
} from '../../../../src/discord/rest/budget/request-budget.ts';
import { createBudgetedRequest } from '../../../../src/discord/rest/budget/request-within-budget.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/create-store.ts';

let store: Store<{ budget: number }>;
beforeEach(async () => {
  store = await openStore<{ budget: number }>('memory:', {
    records: { budget: requestBudgetSchema },
  });
});
afterEach(() => store.close());

function openBudget() {
  const records = store.records('budget');
  const said: string[] = [];
  const world = { isAway: false };
  const budget = createRequestBudget({
    records: {
      ...records,
      change: (...given) =>
        world.isAway ? Promise.reject(new Error('no store')) : records.change(...given),
    },
    now: () => new Date(),
    onAway: (error) => said.push(String(error)),
    onBack: () => said.push('back'),
  });
  return { budget, said, world };
}

/** Takes requests and returns the milliseconds until each was free, from the first call. */
async function takeAll(budgets: readonly RequestBudget[], count: number): Promise<number[]> {
  const start = performance.now();
  return Promise.all(
    Array.from({ length: count }, async (_, request) => {
      await budgets[request % budgets.length]!.take();
      return performance.now() - start;
    }),
  );
}

describe('the budget', () => {
  it('is shared by all processes on a store', async () => {
    const budgets = [openBudget().budget, openBudget().budget, openBudget().budget];
    const taken = await takeAll(budgets, 60);
    // A timer is never early by more than a millisecond.
    expect(Math.max(...taken)).toBeGreaterThan((1000 / 46) * 57 - 5);
  });

  it('lets requests go while the store does not answer, and says so once', async () => {
    const { budget, said, world } = openBudget();
    world.isAway = true;
    // More than are planned together.
    await takeAll([budget], 25);
    await budget.pause(0);
    expect(said).toEqual(['Error: no store']);
    world.isAway = false;
    await takeAll([budget], 12);
    expect(said).toEqual(['Error: no store', 'back']);
    world.isAway = true;
    await takeAll([budget], 1);
    expect(said).toEqual(['Error: no store', 'back', 'Error: no store']);
  });

  it('plans requests that wait together, in few changes of the store', async () => {
    const records = store.records('budget');
    const change = vi.fn<typeof records.change>((...given) => records.change(...given));
    const budget = createRequestBudget({
      records: { ...records, change },
      now: () => new Date(0),
      onAway: (error) => {
        throw error;
      },
      onBack: () => undefined,
    });
    await takeAll([budget], 21);
    expect(change).toHaveBeenCalledTimes(3);
  });
});

describe('a request within the budget', () => {
  const refusal = (headers: Readonly<Record<string, string>>) =>
    new Response('{"message":"You are being rate limited."}', { status: 429, headers });

  it.each([
    [
      'pauses all if Discord refuses it for the whole bot',
      { 'x-ratelimit-global': 'true', 'retry-after': '2' },
      [2000],
    ],
    ['pauses nobody if Discord refuses it for one route', { 'retry-after': '2' }, []],
    [
      'pauses nobody for a time that is not a number',
      { 'x-ratelimit-global': 'true', 'retry-after': 'soon' },
      [],
    ],
  ])('%s', async (_, headers, expected) => {
    const pauses: number[] = [];
    const budget: RequestBudget = {
      take: () => Promise.resolve(),
      pause: async (pauseMs) => void pauses.push(pauseMs),
    };
    const response = await createBudgetedRequest(budget, async () => refusal(headers))(
      'https://discord.example',
      {},
    );
    expect(response.status).toBe(429);
    expect(pauses).toEqual(expected);
  });
});
