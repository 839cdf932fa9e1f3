import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../src/article/decode-document.ts';

/** Encodes a text in a single-byte encoding, by the table with which Node decodes. */
function encode(text: string, encoding: string): Uint8Array {
  const signs = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return Uint8Array.from(Array.from(text, (sign) => signs.indexOf(sign)));
}

const RUSSIAN = 'Мост через реку открыли в понедельник, сообщила мэрия города.';

function xml(text: string, encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>${text}</title></channel></rss>`;
}

describe('a document is read in the encoding', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-2', 'Příliš žluťoučký kůň'],
    ['windows-1253', 'Η γέφυρα άνοιξε'],
    ['windows-1255', 'הגשר נפתח'],
    ['windows-1256', 'افتتح الجسر'],
    ['windows-874', 'สะพานเปิดแล้ว'],
  ])('%s that it declares', (encoding, words) => {
    const bytes = encode(xml(words, encoding), encoding);
    expect(decodeDocument(bytes)).toEqual({ text: xml(words, encoding), encoding });
  });

  it.each([
    ['shift_jis', [0x8b, 0xb4], '橋'],
    ['big5', [0xbe, 0xf4], '橋'],
    ['gb18030', [0xc7, 0xc5], '桥'],
    ['euc-kr', [0xb4, 0xd9], '다'],
    ['euc-jp', [0xb6, 0xb6], '橋'],
  ])('%s that the server declares', (encoding, sign, word) => {
    const bytes = Buffer.concat([Buffer.from('<rss>'), Uint8Array.from(sign)]);
    const decoded = decodeDocument(bytes, `application/rss+xml; charset="${encoding}"`);
    expect(decoded).toEqual({ text: `<rss>${word}`, encoding });
  });

  it.each([
    ['utf-16le', Buffer.from('\uFEFF<rss>é', 'utf16le')],
    ['utf-16le', Buffer.from('<rss>é', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFF<rss>é', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('<rss>é', 'utf16le').swap16()],
    ['utf-32be', Buffer.concat(Array.from('\uFEFF<rss>é', (sign) => wide(sign)))],
    ['utf-32le', Buffer.concat(Array.from('<rss>é', (sign) => wide(sign).swap32()))],
    ['utf-8', Buffer.from('\uFEFF<rss>é')],
  ])('%s that its bytes imply', (encoding, bytes) => {
    expect(decodeDocument(bytes)).toEqual({ text: '<rss>é', encoding });
  });

  it('of its byte order mark or its bytes if a declaration is wrong', () => {
    const utf8 = Buffer.from(xml(RUSSIAN, 'windows-1251'));
    expect(decodeDocument(utf8, 'text/xml; charset=koi8-r').encoding).toBe('utf-8');
    const western = encode(xml('café', 'utf-8'), 'windows-1252');
    expect(decodeDocument(western).text).toBe(xml('café', 'utf-8'));
    const declared = encode(xml(RUSSIAN, 'windows-1251'), 'windows-1251');
    expect(decodeDocument(declared, 'text/xml; charset=utf-8').text).toContain(RUSSIAN);
    expect(decodeDocument(declared, 'text/xml; charset=iso-8859-1').text).toContain(RUSSIAN);
    expect(decodeDocument(declared, 'text/xml; charset=no-such').text).toContain(RUSSIAN);
  });

  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1255', 'הגשר נפתח מחדש לתנועה ביום שני בבוקר'],
    ['windows-1256', 'افتتح الجسر من جديد امام حركة السير صباح الاثنين'],
    ['windows-1253', 'η γέφυρα άνοιξε ξανά για την κυκλοφορία'],
    ['windows-874', 'สะพานเปิดให้รถผ่านได้อีกครั้งในวันจันทร์'],
  ])('%s, guessed if nothing declares it', (encoding, words) => {
    const bytes = encode(`<rss><title>${words}</title>`, encoding);
    expect(decodeDocument(bytes)).toEqual({ text: `<rss><title>${words}</title>`, encoding });
  });

  it('line by line if it has two encodings', () => {
    const bytes = Buffer.concat([Buffer.from('naïve — “one”\n'), Buffer.from([0x63, 0xe9, 0x0a])]);
    expect(decodeDocument(bytes)).toEqual({ text: 'naïve — “one”\ncé\n', encoding: 'utf-8' });
  });

  it('with its quotes even if they were written as control characters', () => {
    expect(decodeDocument(Buffer.from('don\u0092t')).text).toBe('don’t');
  });
});

describe('the bytes of a page', () => {
  it.each([
    ['UTF-8, whatever is declared', Buffer.from('<meta charset="iso-8859-1">“é”'), 'text/html; charset=latin1', '<meta charset="iso-8859-1">“é”'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFé'), '', 'é'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFé', 'utf16le'), '', 'é'],
    ['Windows-1252 as the server says', latin('caf\u00e9 \u0093x\u0094'), 'text/html;charset=ISO-8859-1', 'café “x”'],
    ['Windows-1251 as the page says', Buffer.concat([latin('<meta charset=windows-1251>'), Uint8Array.of(0xcc, 0xe8, 0xf0)]), '', '<meta charset=windows-1251>Мир'],
    ['the page says it in the old way', Buffer.concat([latin('<meta content="text/html; charset=GBK">'), Uint8Array.of(0xd6, 0xd0)]), '', '<meta content="text/html; charset=GBK">中'],
    ['Shift JIS as the server says', Uint8Array.of(0x93, 0xfa), 'text/html; charset="Shift_JIS"', '日'],
    ['nothing said and no UTF-8', latin('caf\u00e9'), '', 'café'],
    ['an encoding that nobody knows', latin('caf\u00e9'), 'text/html; charset=klingon', 'café'],
    ['damaged UTF-8, of which the rest is kept', Buffer.concat([Buffer.from('<meta charset=utf-8>éé'), Uint8Array.of(0xc3)]), '', '<meta charset=utf-8>éé\uFFFD'],
    ['nothing', new Uint8Array(), '', ''],
  ])('%s', (_, bytes, contentType, text) => {
    expect(decodeDocument(bytes, contentType).text).toBe(text);
  }); // prettier-ignore

  it('of any kind are decoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, contentType) => {
        expect(typeof decodeDocument(bytes, contentType).text).toBe('string');
      }),
    );
  });
});

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function wide(sign: string): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(sign.codePointAt(0) ?? 0);
  return bytes;
}
