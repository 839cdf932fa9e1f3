import { describe, expect, it } from 'vitest';
import { createEndpoints, parseEndpoint } from '../../../src/web/guard/allowed-endpoints.ts';

describe('without additional endpoints', () => {
  const endpoints = createEndpoints([]);

  it('allows public addresses at the default ports', () => {
    expect(endpoints.allowsPort('http:', 80)).toBe(true);
    expect(endpoints.allowsPort('https:', 443)).toBe(true);
    expect(endpoints.allowsPort('http:', 443)).toBe(false);
    expect(endpoints.allowsPort('http:', 22)).toBe(false);
    expect(endpoints.refuse('1.1.1.1', 443)).toBeUndefined();
    expect(endpoints.refuse('1.1.1.1', 8080)).toBe('an unusual port');
    expect(endpoints.refuse('127.0.0.1', 80)).toBe('this machine');
  });
});

describe('an address that is allowed', () => {
  const endpoints = createEndpoints(['127.0.0.1:8080', '[FD00:0::7]:8081', '*:8443']);

  it('is allowed at its own port only', () => {
    expect(endpoints.refuse('127.0.0.1', 8080)).toBeUndefined();
    expect(endpoints.refuse('127.0.0.1', 8081)).toBeDefined();
    expect(endpoints.refuse('127.0.0.1', 80)).toBeDefined();
    expect(endpoints.refuse('127.0.0.2', 8080)).toBeDefined();
    expect(endpoints.refuse('::ffff:127.0.0.1', 8080)).toBeDefined();
    expect(endpoints.refuse('1.1.1.1', 8080)).toBeDefined();
  });

  it('may be IPv6, in any spelling', () => {
    expect(endpoints.refuse('fd00::7', 8081)).toBeUndefined();
    expect(endpoints.refuse('fd00:0:0::7', 8081)).toBeUndefined();
  });

  it('does not allow others at a port that is allowed for public addresses', () => {
    expect(endpoints.refuse('1.1.1.1', 8443)).toBeUndefined();
    expect(endpoints.refuse('127.0.0.1', 8443)).toBe('this machine');
  });
});

describe('parseEndpoint', () => {
  it.each([
    '',
    '*',
    '127.0.0.1',
    ':80',
    'localhost:80',
    '127.0.0.1:0',
    '127.0.0.1:65536',
    '1.2:80x',
  ])('rejects %s', (entry) => {
    expect(parseEndpoint(entry)).toBeUndefined();
  });
});
