import { z } from 'zod';
import { movingLimits, type MovableClock } from '../movable-clock.ts';
import type { RestApp } from '../rest/rest-app.ts';
import { readLocalJson } from '../guard/read-local-json.ts';
import type { ClockMoved } from './view.ts';

const requestSchema = z.object({
  advanceMs: z.number().int().min(1).max(movingLimits.maxAdvanceMs),
});

/**
 * Adds `POST /local/clock`. `{"advanceMs": …}` moves this Discord's clock forward, by a week at most.
 * The answer comes when everything that was due in between is done.
 */
export function addClockRoutes(app: RestApp, clock: MovableClock): void {
  app.post('/local/clock', async (c) => {
    const json = await readLocalJson(c);
    if (json instanceof Response) return json;
    const request = requestSchema.safeParse(json);
    if (!request.success) return c.json({ error: z.prettifyError(request.error) }, 400);
    const now = await clock.advance(request.data.advanceMs);
    return c.json({ now } satisfies ClockMoved);
  });
}
