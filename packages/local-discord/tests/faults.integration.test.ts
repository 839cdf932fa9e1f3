import type { TextChannel } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { ask } from '../testing/ask.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';

const sending = 'POST /channels/:id/messages';

function channelOf(world: World): TextChannel {
  return world.client.channels.cache.get(world.discord.channelId) as TextChannel;
}

describe('rate limits', () => {
  it('are announced in headers, and the sixth message in five seconds is refused', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const at = `POST /channels/${discord.channelId}/messages`;
    const answers = [];
    for (let index = 0; index < 6; index += 1)
      answers.push(await ask(discord, at, { content: 'x' }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map((one) => one.headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    const last = answers.at(-1);
    expect(last?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(last?.headers.get('x-ratelimit-global')).toBeNull();
    expect(last?.json).toEqual({
      message: 'You are being rate limited.',
      retry_after: expect.any(Number),
      global: false,
    });
    expect(last?.json.retry_after).toBeGreaterThan(0);
    const [, general] = discord.state.channels(discord.guildId);
    const other = await ask(discord, `POST /channels/${general?.id}/messages`, { content: 'x' });
    expect(other.status).toBe(200);
    expect(other.headers.get('x-ratelimit-bucket')).toBe(last?.headers.get('x-ratelimit-bucket'));
    expect(discord.state.messages(discord.channelId)).toHaveLength(5);
  });

  it('refuse the 51st request in a second, but not answers to interactions', async () => {
    await using world = await openWorld();
    const { discord } = world;
    // The clock stops in a new window, because a busy machine may need more than a second for all requests.
    const { clock } = discord.state.world;
    vi.spyOn(clock, 'monotonic').mockReturnValue(clock.monotonic() + 1_000);
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => await ask(discord, `GET /users/${index + 1}`)),
    );
    const refused = answers.filter((answer) => answer.headers.get('x-ratelimit-global') === 'true');
    expect(refused).toHaveLength(10);
    expect(refused[0]?.json).toMatchObject({ global: true });
    expect(refused[0]?.headers.get('x-ratelimit-scope')).toBe('global');
    const callback = await ask(discord, 'POST /interactions/1/x/callback', { type: 5 });
    expect(callback.status).toBe(404);
  });

  it('make discord.js wait and retry', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const channel = channelOf(world);
    discord.faults.next(sending, { kind: 'rate-limit', scope: 'user', retryAfterMs: 60 });
    discord.faults.next(sending, { kind: 'rate-limit', scope: 'shared', retryAfterMs: 60 });
    discord.faults.next(sending, { kind: 'rate-limit', scope: 'global', retryAfterMs: 60 });
    await channel.send('in the end');
    expect(discord.state.messages(channel.id)).toMatchObject([{ content: 'in the end' }]);
    const posts = discord.faults.requests.filter((one) => one.method === 'POST');
    expect(posts).toHaveLength(4);
  });
});

describe('injected faults', () => {
  it('answer 500 as often as requested; discord.js tries four times', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const channel = channelOf(world);
    discord.faults.next(sending, { kind: 'status', status: 500 }, 3);
    await channel.send('fourth time');
    discord.faults.next(sending, { kind: 'status', status: 503 }, 4);
    await expect(channel.send('never')).rejects.toMatchObject({ status: 503 });
    expect(discord.state.messages(channel.id)).toHaveLength(1);
    const met = discord.faults.met.map(({ fault }) => fault.kind === 'status' && fault.status);
    expect(met).toEqual([500, 500, 500, 503, 503, 503, 503]);
  });

  it('answer 403 with a code, and 401, after which the client forgets its token', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const channel = channelOf(world);
    discord.faults.next(sending, {
      kind: 'status',
      status: 403,
      code: 50013,
      message: 'Missing Permissions',
    });
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50013, status: 403 });
    discord.faults.next(sending, { kind: 'status', status: 401 });
    await expect(channel.send('x')).rejects.toMatchObject({ status: 401 });
    await expect(channel.send('x')).rejects.toThrow(/token/i);
  });

  it('close the connection before a request takes effect', async () => {
    await using world = await openWorld();
    const channel = channelOf(world);
    world.discord.faults.next(sending, { kind: 'drop', when: 'before' });
    await expect(channel.send('x')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(world.discord.state.messages(channel.id)).toHaveLength(0);
  });

  it('close the connection after a request took effect', async () => {
    await using world = await openWorld();
    const channel = channelOf(world);
    const { faults, state } = world.discord;
    faults.next(sending, { kind: 'drop', when: 'after' });
    const message = { content: 'x', nonce: 'slot', enforceNonce: true };
    await expect(channel.send(message)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(state.messages(channel.id)).toHaveLength(1);
    await channel.send(message);
    expect(state.messages(channel.id)).toHaveLength(1);
  });

  it('hold a request before or after it takes effect', async () => {
    await using world = await openWorld();
    const channel = channelOf(world);
    const { faults, state } = world.discord;
    const before = faults.hold(sending, 'before');
    const first = channel.send('one');
    expect(await before.reached).toMatchObject({ method: 'POST' });
    expect(state.messages(channel.id)).toHaveLength(0);
    before.release();
    await first;

    const after = faults.hold(sending, 'after');
    const second = channel.send('two').catch((error: { code: string }) => error.code);
    await after.reached;
    expect(state.messages(channel.id)).toHaveLength(2);
    after.drop();
    expect(await second).toBe('UND_ERR_SOCKET');
  });

  it('delay an answer', async () => {
    await using world = await openWorld();
    const channel = channelOf(world);
    world.discord.faults.next(sending, { kind: 'slow', delayMs: 80 });
    let isSent = false;
    const sent = channel.send('x').then(() => (isSent = true));
    await until(
      () => world.discord.faults.requests.at(-1)?.method === 'POST',
      'the request has arrived',
    );
    expect(isSent).toBe(false);
    await sent;
    expect(world.discord.state.messages(channel.id)).toHaveLength(1);
  });

  it('can be cancelled before they happen', async () => {
    await using world = await openWorld();
    world.discord.faults.next('*', { kind: 'status', status: 500 }, 100);
    world.discord.faults.releaseAll();
    await expect(channelOf(world).send('x')).resolves.toMatchObject({ content: 'x' });
  });
});
