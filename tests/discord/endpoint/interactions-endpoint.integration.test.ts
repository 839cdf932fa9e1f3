import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { APIInteraction } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInteractionsEndpoint } from '../../../src/discord/endpoint/interactions-endpoint.ts';
import { createSignatureCheck } from '../../../src/discord/endpoint/verify-signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('hex');
const PING = '{"id":"1","type":1}';
const COMMAND = '{"id":"1234","type":2,"token":"t","data":{"name":"köln"}}';

let server: ReturnType<typeof createInteractionsEndpoint>;
let url: string;
let taken: APIInteraction[];
let errors: Error[];
beforeEach(async () => {
  taken = [];
  errors = [];
  server = createInteractionsEndpoint({
    verify: createSignatureCheck(KEY),
    onInteraction: (interaction) => taken.push(interaction),
    onError: (error) => errors.push(error),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function signed(body: string, changes: Readonly<Record<string, string>> = {}): RequestInit {
  const timestamp = '1710417600';
  const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
  const headers = {
    'x-signature-timestamp': timestamp,
    'x-signature-ed25519': signature,
    ...changes,
  };
  return { method: 'POST', body, headers };
}

describe('the endpoint of interactions', () => {
  it('answers a ping', async () => {
    const response = await fetch(url, signed(PING));
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
    expect(taken).toEqual([]);
  });

  it('survives a connection that the system cannot accept', async () => {
    const refused = new Error('accept ENOMEM');
    server.emit('error', refused);
    expect(errors).toEqual([refused]);
    expect((await fetch(url, signed(PING))).status).toBe(200);
  });

  it('takes an interaction as it was signed', async () => {
    const response = await fetch(url, signed(COMMAND));
    expect([response.status, await response.text()]).toEqual([202, '']);
    expect(taken).toEqual([JSON.parse(COMMAND)]);
  });

  it.each<readonly [string, RequestInit]>([
    ['without a signature', { method: 'POST', body: COMMAND }],
    ['with the signature of another body', { ...signed(PING), body: COMMAND }],
    [
      'with the signature of another time',
      signed(COMMAND, { 'x-signature-timestamp': '1710417601' }),
    ],
    ['with a signature that is too short', signed(COMMAND, { 'x-signature-ed25519': 'ab' })],
    [
      'with a signature that is not hexadecimal',
      signed(COMMAND, { 'x-signature-ed25519': 'x'.repeat(128) }),
    ],
  ])('refuses a request %s', async (_, request) => {
    expect((await fetch(url, request)).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it.each([
    ['that is not JSON', '{"id":'],
    ['that is not an object', '[]'],
    ['without a type', '{"id":"1"}'],
    ['whose id is not one', '{"id":"../1","type":2}'],
  ])('refuses signed text %s', async (_, body) => {
    expect((await fetch(url, signed(body))).status).toBe(400);
    expect(taken).toEqual([]);
  });

  it('refuses a body that is too long, and other methods', async () => {
    expect((await fetch(url, signed('x'.repeat(1_000_001)))).status).toBe(413);
    const get = await fetch(url);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
