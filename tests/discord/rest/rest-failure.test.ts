import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { classifyRestFailure, mayBeForFiles } from '../../../src/discord/rest/rest-failure.ts';

const request = { body: undefined, files: undefined, auth: true } as const;

function refuse(status: number, code: number): DiscordAPIError {
  return new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', '/', request);
}

function fail(code: string): Error {
  return Object.assign(new Error('no'), { code });
}

describe('a failed request', () => {
  it.each([
    ['Unknown interaction', refuse(404, 10_062), 'gone'],
    ['Invalid Webhook Token', refuse(401, 50_027), 'gone'],
    ['Unknown Message', refuse(404, 10_008), 'gone'],
    ['already acknowledged', refuse(400, 40_060), 'already-acknowledged'],
    ['Missing Permissions', refuse(403, 50_013), 'refused'],
    ['Invalid Form Body', refuse(400, 50_035), 'refused'],
    ['502', new HTTPError(502, 'Bad Gateway', 'POST', '/', request), 'unreachable'],
    ['a refused connection', fail('ECONNREFUSED'), 'unreachable'],
    ['a name that does not resolve', fail('ENOTFOUND'), 'unreachable'],
    ['a resolver that does not answer', fail('EAI_AGAIN'), 'unreachable'],
    ['a broken socket', fail('UND_ERR_SOCKET'), 'unreachable'],
    ['a silent server', fail('UND_ERR_HEADERS_TIMEOUT'), 'unreachable'],
    ['a wrong argument', fail('UND_ERR_INVALID_ARG'), 'other'],
    ['a wrong argument to Node', fail('ERR_INVALID_ARG_TYPE'), 'other'],
    ['a bug', new TypeError('x is not a function'), 'other'],
    ['no error at all', 'oops', 'other'],
  ])('by %s is recognized', (_name, error, kind) => {
    expect(classifyRestFailure(error).kind).toBe(kind);
  });
});

describe('whether a message was refused for its files', () => {
  it.each([
    ['an invalid form', refuse(400, 50_035), true],
    ['too many bytes', refuse(413, 40_005), true],
    ['a missing permission', refuse(403, 50_013), true],
    ['a channel that it may not see', refuse(403, 50_001), false],
    ['an invalid token', refuse(401, 0), false],
    ['a channel that was deleted', refuse(404, 10_003), false],
    ['a second answer', refuse(400, 40_060), false],
    ['a fault of Discord', new HTTPError(502, 'Bad Gateway', 'POST', '/', request), false],
    ['a broken socket', fail('UND_ERR_SOCKET'), false],
  ])('%s', (_why, error, expected) => {
    expect(mayBeForFiles(error)).toBe(expected);
  });
});
