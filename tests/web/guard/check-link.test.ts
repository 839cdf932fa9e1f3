import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEndpoints } from '../../../src/web/guard/allowed-endpoints.ts';
import { checkLink } from '../../../src/web/guard/check-link.ts';
import { FetchFault } from '../../../src/web/request/fetch-failure.ts';

const endpoints = createEndpoints(['*:8080']);

function check(link: string): string {
  try {
    return checkLink(link, endpoints).href;
  } catch (error) {
    if (error instanceof FetchFault) return error.reason;
    throw error;
  }
}

describe('checkLink', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    [' https://example.org/ ', 'https://example.org/'],
    ['http://example.org:80/', 'http://example.org/'],
    ['http://example.org:8080/', 'http://example.org:8080/'],
    ['http://bücher.example/', 'http://xn--bcher-kva.example/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://0x7f.0.0.1/', 'http://127.0.0.1/'],
    ['http://0177.0.0.1/', 'http://127.0.0.1/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://①②⑦.0.0.1/', 'http://127.0.0.1/'],
    ['http:\\\\example.org\\a', 'http://example.org/a'],
  ])('reads %s as %s', (link, href) => {
    expect(check(link)).toBe(href);
  });

  it.each([
    ['', 'bad-link'],
    ['example.org', 'bad-link'],
    ['//example.org', 'bad-link'],
    ['http://', 'bad-link'],
    ['http://[::1', 'bad-link'],
    ['http://[fe80::1%25eth0]/', 'bad-link'],
    ['http://256.256.256.256/', 'bad-link'],
    ['http://exa mple.org/', 'bad-link'],
    [`http://${'a.'.repeat(150)}org/`, 'bad-link'],
    [`https://example.org/${'a'.repeat(2048)}`, 'link-too-long'],
    ['ftp://example.org/', 'refused-scheme'],
    ['file:///etc/passwd', 'refused-scheme'],
    ['javascript:alert(1)', 'refused-scheme'],
    ['data:text/html,hello', 'refused-scheme'],
    ['gopher://example.org/', 'refused-scheme'],
    ['feed:https://example.org/', 'refused-scheme'],
    ['view-source:https://example.org/', 'refused-scheme'],
    ['https://me@example.org/', 'refused-credentials'],
    ['https://me:secret@example.org/', 'refused-credentials'],
    ['https://example.org@127.0.0.1/', 'refused-credentials'],
    ['http://:secret@example.org/', 'refused-credentials'],
    ['http://example.org:22/', 'refused-port'],
    ['http://example.org:443/', 'refused-port'],
    ['https://example.org:80/', 'refused-port'],
    ['http://example.org:6379/', 'refused-port'],
  ])('refuses %s: %s', (link, reason) => {
    expect(check(link)).toBe(reason);
  });

  it('throws only faults, whatever the link', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (link) => {
        expect(check(link)).toMatch(/^https?:|^[a-z-]+$/u);
      }),
    );
  });
});
