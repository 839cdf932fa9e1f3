import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { classifyRestFailure } from '../../src/bot/rest-failure.ts';

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
    ['a resolver that is away', fail('EAI_AGAIN'), 'unreachable'],
    ['a broken socket', fail('UND_ERR_SOCKET'), 'unreachable'],
    ['a silent server', fail('UND_ERR_HEADERS_TIMEOUT'), 'unreachable'],
    ['a wrong argument', fail('UND_ERR_INVALID_ARG'), 'other'],
    ['a wrong argument to Node', fail('ERR_INVALID_ARG_TYPE'), 'other'],
    ['a bug', new TypeError('x is not a function'), 'other'],
    ['no error at all', 'oops', 'other'],
  ])('by %s is told apart', (_name, error, kind) => {
    expect(classifyRestFailure(error).kind).toBe(kind);
  });
});
