import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/article/decode-page.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the bytes of a page', () => {
  it.each([
    ['UTF-8 whatever is said of it', Buffer.from('<meta charset="iso-8859-1">“é”'), 'text/html; charset=latin1', '<meta charset="iso-8859-1">“é”'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFé'), '', 'é'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFé', 'utf16le'), '', 'é'],
    ['Windows-1252 as the server says', latin('caf\u00e9 \u0093x\u0094'), 'text/html;charset=ISO-8859-1', 'café “x”'],
    ['Windows-1251 as the page says', Buffer.concat([latin('<meta charset=windows-1251>'), Uint8Array.of(0xcc, 0xe8, 0xf0)]), '', '<meta charset=windows-1251>Мир'],
    ['the page says it in the old way', Buffer.concat([latin('<meta content="text/html; charset=GBK">'), Uint8Array.of(0xd6, 0xd0)]), '', '<meta content="text/html; charset=GBK">中'],
    ['Shift JIS as the server says', Uint8Array.of(0x93, 0xfa), 'text/html; charset="Shift_JIS"', '日'],
    ['nothing said and no UTF-8', latin('caf\u00e9'), '', 'café'],
    ['an encoding that nobody knows', latin('caf\u00e9'), 'text/html; charset=klingon', 'café'],
    ['damaged UTF-8 keeps what is whole', Buffer.concat([Buffer.from('<meta charset=utf-8>é'), Uint8Array.of(0xc3)]), '', '<meta charset=utf-8>é\uFFFD'],
    ['nothing', new Uint8Array(), '', ''],
  ])('%s', (_, bytes, contentType, text) => {
    expect(decodePage(bytes, contentType)).toBe(text);
  }); // prettier-ignore

  it('of any kind are decoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, contentType) => {
        expect(typeof decodePage(bytes, contentType)).toBe('string');
      }),
    );
  });
});
