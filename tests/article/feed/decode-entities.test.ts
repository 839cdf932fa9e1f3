import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../src/article/feed/decode-entities.ts';

describe('decodeEntities', () => {
  it.each([
    ['the names of XML', '&amp; &lt; &gt; &quot; &apos;', '& < > " \''],
    ['HTML names in capitals', '&AMP; &LT; &GT; &QUOT; &COPY; &REG;', '& < > " © ®'],
    ['HTML names by their case', '&eacute; &Eacute; &hearts;', 'é É ♥'],
    ['names for two code points', '&NotEqualTilde;', '≂̸'],
    ['numbers', '&#8217; &#x2019; &#X2019; &#0000008217;', '’ ’ ’ ’'],
    ['128 to 159 as Windows-1252', '&#128; &#146; &#x96; &#159;', '€ ’ – Ÿ'],
    ['codes that Windows-1252 leaves free', '&#129;', '\u0081'],
    ['numbers of invalid characters', '&#0; &#xD800; &#x110000; &#9999999999;', '� � � �'],
    ['astral characters', '&#128512;', '😀'],
    ['a known name that others follow, as browsers do', '&copyright; &ampere;', '©right; &ere;'],
  ])('decodes %s', (_, text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });

  it.each([
    ['unknown names', '&nosuch; &NBSP; &x; &1a;'],
    ['a bare ampersand', 'R&D; AT&T; a & b; &; &&;'],
    ['numbers with other characters', '&#; &#x; &#12ab; &#xfg; &#-1;'],
    ['a name without its semicolon', '/?a=1&copy=2&lt=3 &copy 2026'],
    ['text without references', 'Seven dead after storm'],
  ])('leaves %s', (_, text) => {
    expect(decodeEntities(text)).toBe(text);
  });

  it('decodes once', () => {
    expect(decodeEntities('&amp;lt; &#38;amp; &&amp;')).toBe('&lt; &amp; &&');
  });

  it('prefers what the document declares, and does not decode it again', () => {
    const declared = new Map([
      ['nbsp', '_'],
      ['my-name', '&lt;'],
    ]);
    const decoded = decodeEntities('&nbsp;&my-name;&gt;&other;', (name) => declared.get(name));
    expect(decoded).toBe('_&lt;>&other;');
  });
});
