import { z } from 'zod';
import { movingLimits, type MovableClock } from '../movable-clock.ts';
import type { RestApp } from '../rest/rest-app.ts';
import { readLocalJson } from '../guard/read-local-json.ts';
import type { ClockMoved } from './view.ts';

const asked = z.object({ advanceMs: z.number().int().min(1).max(movingLimits.mostMs) });

/**
 * `POST /local/clock` with `{"advanceMs": …}` moves this Discord's clock forward, at most a week at once.
 * It is answered when everything that was due in between has been done.
 */
export function addClockRoutes(app: RestApp, clock: MovableClock): void {
  app.post('/local/clock', async (c) => {
    const json = await readLocalJson(c);
    if (json instanceof Response) return json;
    const request = asked.safeParse(json);
    if (!request.success) return c.json({ error: z.prettifyError(request.error) }, 400);
    const now = await clock.advance(request.data.advanceMs);
    return c.json({ now } satisfies ClockMoved);
  });
}
