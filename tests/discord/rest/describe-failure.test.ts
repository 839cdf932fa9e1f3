import { DiscordAPIError, HTTPError, RateLimitError, type RateLimitData } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../src/discord/rest/describe-failure.ts';

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

describe('a failed request', () => {
  it.each([
    ['a channel that was deleted', answer(404, 10_003), 'channel-gone'],
    ['a server that was deleted', answer(404, 10_004), 'guild-gone'],
    ['a channel that the bot cannot see', answer(403, 50_001), 'missing-permission'],
    ['a permission that was removed', answer(403, 50_013), 'missing-permission'],
    ['a person who takes no messages', answer(403, 50_007), 'messages-refused'],
    ['a person whom the bot shares no server with', answer(403, 50_278), 'no-shared-server'],
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
  ])('with %s was refused', (_, error, reason) => {
    expect(describeFailure(error)).toMatchObject({ kind: 'refused', reason, cause: error });
  });

  it.each([
    [
      '500',
      new HTTPError(500, 'Internal Server Error', 'POST', '', {}),
      'had an internal error (500)',
    ],
    [
      '503',
      new HTTPError(503, 'Service Unavailable', 'POST', '', {}),
      'had an internal error (503)',
    ],
    ['a 502 with a body', answer(502, 0), 'cannot accept messages right now (502)'],
    ['429', answer(429, 0), 'cannot accept messages right now (429)'],
    ['a dropped socket', networkError('UND_ERR_SOCKET'), 'did not answer at all'],
    ['a refused connection', networkError('ECONNREFUSED'), 'did not answer at all'],
    ['a bug', new TypeError('x is not a function'), 'did not answer at all'],
    [
      'no answer in time',
      new DOMException('The operation timed out', 'TimeoutError'),
      'did not answer in time',
    ],
  ])('with %s did not reach Discord, or was not answered', (_, error, what) => {
    expect(describeFailure(error)).toEqual({
      kind: 'unreachable',
      detail: `Discord ${what}.`,
      cause: error,
    });
  });

  it('with a rate limit says how long to wait', () => {
    const limit = { timeToReset: 240_000, retryAfter: 240_000 } as RateLimitData;
    expect(describeFailure(new RateLimitError(limit))).toMatchObject({
      kind: 'unreachable',
      detail: 'Discord asks the bot to wait (429).',
      afterMs: 240_000,
    });
  });

  it('quotes Discord only if it refuses the message itself', () => {
    const invalid = describeFailure(answer(400, 50_035, 'Invalid Form Body\ncomponents[0]'));
    expect(invalid).toMatchObject({ said: 'Invalid Form Body (50035)' });
    expect(describeFailure(answer(404, 10_003, 'Unknown Channel'))).not.toHaveProperty('said');
  });

  it.each([
    ['an invalid form', answer(400, 50_035), true],
    ['too many bytes', answer(413, 40_005), true],
    ['a missing permission', answer(403, 50_013), true],
    ['a channel that it may not see', answer(403, 50_001), undefined],
    ['an invalid token', answer(401, 0), undefined],
  ])('with %s tells whether files may be the cause', (_, error, expected) => {
    const failure = describeFailure(error);
    expect('mayBeForFiles' in failure ? failure.mayBeForFiles : undefined).toBe(expected);
  });
});
