import { requestDiscord } from '../request-discord.ts';
import type { RequestBudget } from './request-budget.ts';

type Request = (...given: Parameters<typeof requestDiscord>) => ReturnType<typeof requestDiscord>;

/** Sends requests within the budget, and tells it of a refusal that holds for all processes. */
export function createBudgetedRequest(
  budget: RequestBudget,
  request: Request = requestDiscord,
): Request {
  return async (...given) => {
    await budget.take();
    const response = await request(...given);
    const { status, headers } = response;
    if (status === 429 && headers.get('x-ratelimit-global') !== null) {
      const seconds = Number(headers.get('retry-after'));
      if (seconds > 0) await budget.pause(seconds * 1000);
    }
    return response;
  };
}
