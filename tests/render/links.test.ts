import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMaskedLink } from '../../src/render/masked-link.ts';
import { parseLink } from '../../src/render/parse-link.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('parseLink', () => {
  it.each([
    ['https://news.example/a', 'https://news.example/a'],
    ['http://news.example', 'http://news.example/'],
    ['https://news.example/a (b)"c\'<d>', 'https://news.example/a%20%28b%29%22c%27%3Cd%3E'],
    ['https://news.example/?q=[a]*_|`', 'https://news.example/?q=%5Ba%5D%2A%5F%7C%60'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
  ])('makes %s safe for a message', (url, safe) => {
    expect(parseLink(url)).toBe(safe);
  });

  it.each([
    undefined,
    '',
    'news.example/a',
    'javascript:alert(1)',
    'data:text/html,a',
    'ftp://news.example/a',
    'discord://-/channels',
    'https://google.com@evil.example/',
    'https://[::1]/',
    `https://news.example/${'a'.repeat(500)}`,
  ])('refuses %s', (url) => {
    expect(parseLink(url)).toBeUndefined();
  });
});

describe('renderMaskedLink', () => {
  const url = 'https://news.example/a';

  it.each([
    ['Dam fails', '[Dam fails](https://news.example/a)'],
    ['Dam *fails*\n# now', String.raw`[Dam \*fails\* # now](https://news.example/a)`],
    ['[Video] Dam fails', String.raw`\[Video\] Dam fails [↗](https://news.example/a)`],
    ['https://safe.example', String.raw`https\://safe.example [↗](https://news.example/a)`],
    ['  ', '[Untitled](https://news.example/a)'],
  ])('links the title %j', (title, expected) => {
    expect(renderMaskedLink(title, url, 200)).toBe(expected);
  });

  it('shows only the title if there is no usable address', () => {
    expect(renderMaskedLink('Dam fails', 'file:///etc/passwd', 200)).toBe('Dam fails');
  });

  it('links only to the given address, whatever the title is', () => {
    fc.assert(
      fc.property(hostileText({ maxLength: 400 }), (title) => {
        const rendered = renderMaskedLink(title, url, 100).replaceAll(/\\[^0-9A-Za-z\s]/gu, '');
        expect(rendered.match(/\]\(/gu)).toHaveLength(1);
        expect(rendered.endsWith(`](${url})`)).toBe(true);
        expect(rendered).not.toContain('\n');
        expect(rendered.length).toBeLessThanOrEqual(100 + url.length + '[](↗) '.length);
      }),
    );
  });
});
