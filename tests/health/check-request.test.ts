import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../src/health/check-request.ts';
import { isLoopback, needsToken, parseListenAddress } from '../../src/listen-address.ts';

const TOKEN = 'correct-horse-battery';

describe('a question about health without a token', () => {
  it.each([
    'localhost',
    'localhost:9464',
    '127.0.0.1:9464',
    '127.9.9.9',
    '[::1]:9464',
    'LocalHost',
  ])('is answered for the host %s', (host) => {
    expect(checkRequest({ method: 'GET', host, authorization: undefined }, undefined)).toBe(
      undefined,
    );
  });

  it.each([
    'evil.example',
    'evil.example:9464',
    '127.0.0.1.evil.example',
    'localhost.evil.example:9464',
    '10.0.0.1:9464',
    '',
    undefined,
  ])('is refused for the host %s, to which a web page may have been led', (host) => {
    expect(checkRequest({ method: 'GET', host, authorization: undefined }, undefined)).toBe(421);
  });
});

describe('a question about health with a token', () => {
  const ask = (authorization?: string, method = 'GET') =>
    checkRequest({ method, host: 'dateline.example', authorization }, TOKEN);

  it('is answered for whoever gives it, by whatever name', () => {
    expect(ask(`Bearer ${TOKEN}`)).toBe(undefined);
    expect(ask(`Bearer ${TOKEN}`, 'HEAD')).toBe(undefined);
  });

  it.each([undefined, '', TOKEN, `bearer${TOKEN}`, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`])(
    'is refused for "%s"',
    (authorization) => expect(ask(authorization)).toBe(401),
  );

  it.each(['POST', 'PUT', 'OPTIONS', 'DELETE', undefined])('is refused as %s', (method) => {
    const question = { method, host: 'localhost', authorization: `Bearer ${TOKEN}` };
    expect(checkRequest(question, TOKEN)).toBe(405);
  });
});

describe('the address of the health server', () => {
  it.each([
    ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
    ['LOCALHOST:0', { host: 'localhost', port: 0 }],
    ['0.0.0.0:80', { host: '0.0.0.0', port: 80 }],
  ])('%s is understood', (text, address) => expect(parseListenAddress(text)).toEqual(address));

  it.each([
    '9464',
    ':9464',
    '127.0.0.1',
    '::1:9464',
    'example.org:80',
    '1.2.3:80',
    '127.0.0.1:65536',
  ])('%s is not understood', (text) => expect(parseListenAddress(text)).toBe(undefined));

  it('needs a token unless only this machine reaches it', () => {
    expect(
      ['127.0.0.1:1', '[::1]:1', 'localhost:1'].filter((address) => needsToken(address)),
    ).toEqual([]);
    expect(needsToken('0.0.0.0:1')).toBe(true);
    expect(needsToken('[::]:1')).toBe(true);
    expect(isLoopback('128.0.0.1')).toBe(false);
  });
});
