import { DiscordAPIError, HTTPError, RateLimitError, type RateLimitData } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { backoffMs, classifyDelivery } from '../../src/delivery/judge-failure.ts';

const FIRST = { attempts: 1, inGuild: true };

function answer(status: number, code: number, message = 'No'): DiscordAPIError {
  return new DiscordAPIError(
    { code, message },
    code,
    status,
    'POST',
    'https://discord.example',
    {},
  );
}

function networkError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('an attempt that failed', () => {
  it.each([
    ['a channel that is gone', answer(404, 10_003), 'channel-gone'],
    ['a server that is gone', answer(404, 10_004), 'guild-gone'],
    ['a channel out of sight', answer(403, 50_001), 'missing-permission'],
    ['a permission taken away', answer(403, 50_013), 'missing-permission'],
    ['another ban', answer(403, 40_333), 'missing-permission'],
    ['a token that was reset', answer(401, 0), 'token-invalid'],
    [
      'a token that discord.js dropped after a 401',
      new Error('Expected token to be set for this request, but none was present'),
      'token-invalid',
    ],
    [
      'a message that Discord does not take',
      answer(400, 50_035, 'Invalid Form Body\ncomponents[0]: …'),
      'message-invalid',
    ],
  ])('with %s is refused until someone mends it', (_, error, reason) => {
    expect(classifyDelivery(error, FIRST)).toMatchObject({ kind: 'refused', reason });
  });

  it.each([
    ['500', new HTTPError(500, 'Internal Server Error', 'POST', '', {})],
    ['503', new HTTPError(503, 'Service Unavailable', 'POST', '', {})],
    ['a 502 with a body', answer(502, 0)],
    ['429', answer(429, 0)],
    ['a dropped socket', networkError('UND_ERR_SOCKET')],
    ['a refused connection', networkError('ECONNREFUSED')],
    ['no answer in time', new DOMException('The operation timed out', 'TimeoutError')],
  ])('with %s is worth another attempt', (_, error) => {
    expect(classifyDelivery(error, FIRST)).toMatchObject({ kind: 'retry', afterMs: 30_000 });
  });

  it.each([
    [12_000, 30_000],
    [240_000, 240_000],
    [7_200_000, 900_000],
  ])('with a rate limit of %i ms is worth another attempt after %i ms', (timeToReset, afterMs) => {
    const limit = { timeToReset, retryAfter: timeToReset } as RateLimitData;
    expect(classifyDelivery(new RateLimitError(limit), FIRST)).toEqual({
      kind: 'retry',
      afterMs,
      detail: 'Discord makes the bot wait (429).',
    });
  });

  it('in a server that the bot is no longer in says so, whatever Discord calls it', () => {
    const attempt = { attempts: 1, inGuild: false };
    expect(classifyDelivery(answer(403, 50_001), attempt)).toMatchObject({ reason: 'guild-gone' });
    expect(classifyDelivery(answer(404, 10_003), attempt)).toMatchObject({ reason: 'guild-gone' });
  });

  it('has one clear sentence for people, and Discord’s own for a message that it refuses', () => {
    expect(classifyDelivery(answer(404, 10_003), FIRST)).toMatchObject({
      detail: 'The channel is gone.',
    });
    expect(
      classifyDelivery(answer(400, 50_035, 'Invalid Form Body\ncomponents[0]'), FIRST),
    ).toMatchObject({
      detail: 'Discord refused the message itself. Invalid Form Body (50035)',
    });
  });
});

describe('the pause between attempts', () => {
  it('doubles from 30 seconds and stays at a quarter of an hour', () => {
    expect([1, 2, 3, 5, 6, 50].map(backoffMs)).toEqual([
      30_000, 60_000, 120_000, 480_000, 900_000, 900_000,
    ]);
  });
});
