import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeText } from '../../src/render/sanitize-text.ts';
import { escapeMarkdown } from '../../src/render/escape-markdown.ts';
import { hostileText } from '../support/hostile-text.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['@everyone', String.raw`\@everyone`],
    ['<@1> <@&2> <#3>', String.raw`\<\@1\> \<\@&2\> \<#3\>`],
    ['</digest now:1>', String.raw`\</digest now\:1\>`],
    ['<t:0:R>', String.raw`\<t\:0\:R\>`],
    [':tada:', String.raw`\:tada\:`],
    ['[a](https://b)', String.raw`\[a\]\(https\://b\)`],
    ['**a** _b_ ~~c~~ ||d|| `e`', String.raw`\*\*a\*\* \_b\_ \~\~c\~\~ \|\|d\|\| \`e\``],
    ['# a', String.raw`\# a`],
    ['-# a', String.raw`\-# a`],
    ['  - a', String.raw`  \- a`],
    ['> a\n>>> b', String.raw`\> a` + '\n' + String.raw`\>\>\> b`],
    ['12. a\n3) b', String.raw`12\. a` + '\n' + String.raw`3\) b`],
    ['a\\*', String.raw`a\\\*`],
    ['well-known: 3.5 #1', String.raw`well-known\: 3.5 #1`],
    ['C’est la vie – “oui”', 'C’est la vie – “oui”'],
  ])('shows %j as written', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
    expect(unescapeMarkdown(escaped)).toBe(text);
  });

  it('shows any text as it was, except for control characters', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(sanitizeText(text));
      }),
    );
  });

  it('leaves nothing unescaped that Discord would read as markup', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const withoutEscapes = escapeMarkdown(text).replaceAll(/\\[^0-9A-Za-z\s]/gu, '');
        expect(withoutEscapes).not.toMatch(/[\\*_~`|<>[\]()@:]/u);
        expect(escapeMarkdown(text)).not.toMatch(/^ *(?:#{1,3} |-|\+ |\d+\. )/mu);
      }),
    );
  });
});

describe('sanitizeText', () => {
  it('leaves nothing that it removes, whatever stands beside it', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const clean = sanitizeText(text);
        expect(clean).not.toMatch(
          /[\p{Surrogate}\u00a0\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
        );
        expect(clean.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(sanitizeText(clean)).toBe(clean);
      }),
    );
  });

  it.each([
    ['line\r\nline\u2028line', 'line\nline\nline'],
    ['a\u202eb\u2066c\u0000d\ufeffe', 'abcde'],
    ['\ud83d broken \ude00', '\ufffd broken \ufffd'],
    ['fine 😀 שלום\u200f 👩‍👧', 'fine 😀 שלום\u200f 👩‍👧'],
    ['a\u00a0b\tc', 'a b c'],
  ])('turns %j into %j', (text, clean) => {
    expect(sanitizeText(text)).toBe(clean);
  });
});
