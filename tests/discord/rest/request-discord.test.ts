import { REST } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMessagePort } from '../../../src/discord/rest/create-message-port.ts';
import { requestDiscord } from '../../../src/discord/rest/request-discord.ts';
import { classifyRestFailure } from '../../../src/discord/rest/rest-failure.ts';

const MESSAGE = { content: 'News.', allowed_mentions: { parse: [] } };
const PAGE = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** A port whose requests get these answers, one after the other. */
function openPort(answers: readonly Response[]) {
  const left = [...answers];
  const rest = new REST({
    makeRequest: (url, init) => requestDiscord(url, init, async () => left.shift()!),
  }).setToken('token');
  onTestFinished(() => {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  });
  const lookup = { channel: () => Promise.reject(new Error('not asked')) };
  const port = createMessagePort({ rest, botId: '1', lookup });
  return { post: () => port.post('2', MESSAGE, 'nonce', AbortSignal.timeout(5000)) };
}

const posted = (): Response => new Response('{"id":"3"}', { status: 200, headers: JSON_TYPE });

describe('a refusal', () => {
  it.each([
    [401, PAGE, '<h1>Sign in to the network</h1>'],
    [403, PAGE, '<h1>Blocked by the firewall</h1>'],
    [404, PAGE, ''],
    [407, PAGE, 'Proxy Authentication Required'],
    [418, PAGE, 'I am a teapot'],
    [451, JSON_TYPE, '{"error":"blocked"}'],
    [403, JSON_TYPE, '{"code":403,"message":"Forbidden"}'],
    [403, JSON_TYPE, '{"code":'],
  ])(
    'of status %i that Discord did not send is tried again: %o %s',
    async (status, headers, body) => {
      const { post } = openPort([new Response(body, { status, headers }), posted()]);
      expect(await post()).toMatchObject({
        kind: 'unreachable',
        detail: `Something between the bot and Discord refused the request (${status}).`,
      });
      expect(await post()).toEqual({ kind: 'posted', messageId: '3' });
    },
  );

  it.each([
    [403, 50_013, 'missing-permission'],
    [404, 10_003, 'channel-gone'],
    [401, 0, 'token-invalid'],
  ])('of status %i and code %i by Discord counts', async (status, code, reason) => {
    const body = JSON.stringify({ code, message: 'no' });
    const { post } = openPort([new Response(body, { status, headers: JSON_TYPE })]);
    expect(await post()).toMatchObject({ kind: 'refused', reason });
  });

  it('that Discord did not send is no bug either when a command is answered', async () => {
    const send = async (): Promise<Response> => new Response('', { status: 403 });
    const error: unknown = await requestDiscord('', {}, send).catch((thrown: unknown) => thrown);
    expect(classifyRestFailure(error)).toEqual({ kind: 'unreachable' });
  });
});
