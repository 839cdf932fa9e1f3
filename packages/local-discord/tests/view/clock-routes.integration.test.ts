import { describe, expect, it } from 'vitest';
import { movingLimits } from '../../movable-clock.ts';
import type { View } from '../../view/view.ts';
import { ask, type Json } from '../../testing/ask.ts';
import { openWorld } from '../../testing/open-world.ts';
import { until } from '../../testing/until.ts';
import { askView, readView } from '../../testing/view-reader.ts';

const START = Date.parse('2024-03-14T07:58:30Z');
const HOUR_MS = 3_600_000;

async function move(url: string, body: string, type = 'application/json'): Promise<Json> {
  const headers = { 'content-type': type };
  const response = await fetch(`${url}/local/clock`, { method: 'POST', headers, body });
  return { status: response.status, json: await response.json() };
}

describe('moving the clock over HTTP', () => {
  it('moves every time that this Discord returns, and sends an event', async () => {
    await using world = await openWorld({ now: () => START });
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const moved = await move(discord.url, `{"advanceMs": ${HOUR_MS}}`);
    expect(moved).toEqual({ status: 200, json: { now: START + HOUR_MS } });
    expect((await askView<View>(discord, 'view')).json.now).toBe(START + HOUR_MS);
    const at = `POST /channels/${discord.channelId}/messages`;
    const { json: posted } = await ask(discord, at, { content: 'x' });
    expect(posted.timestamp).toBe('2024-03-14T08:58:30.000Z');
    await until(() => reader.events.length === 2, 'all events have arrived');
    expect(reader.events[0]).toEqual({ kind: 'clock', now: START + HOUR_MS });
  });

  it('ends a rate limit', async () => {
    await using world = await openWorld({ now: () => START });
    const { discord } = world;
    const post = async () => {
      const at = `POST /channels/${discord.channelId}/messages`;
      return (await ask(discord, at, { content: 'x' })).status;
    };
    for (let i = 0; i < 5; i += 1) expect(await post()).toBe(200);
    expect(await post()).toBe(429);
    await discord.clock.advance(5_000);
    expect(await post()).toBe(200);
  });

  it.each(['{}', '{"advanceMs": -1}', '{"advanceMs": 0.5}', 'nonsense'])(
    'refuses %s',
    async (body) => {
      await using world = await openWorld({ now: () => START });
      const answer = await move(world.discord.url, body);
      expect(answer).toMatchObject({ status: 400, json: { error: expect.any(String) } });
    },
  );

  it('refuses more than a week, and any content type but JSON', async () => {
    await using world = await openWorld({ now: () => START });
    const { url, clock } = world.discord;
    expect((await move(url, `{"advanceMs": ${movingLimits.maxAdvanceMs + 1}}`)).status).toBe(400);
    expect((await move(url, '{"advanceMs": 60000}', 'text/plain')).status).toBe(415);
    expect(clock.now()).toBe(START);
  });
});
