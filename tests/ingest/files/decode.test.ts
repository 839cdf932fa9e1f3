import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/ingest/files/decode.ts';
import { sniffBytes } from '../../../src/article/sniff-bytes.ts';

const TEXT = 'Café Owners Win “Terrace” Case\r\n\r\nThey paid €90 a chair – too much.\r\n';

async function read(bytes: Uint8Array, chunkBytes = 7): Promise<string> {
  const sniffed = sniffBytes(bytes);
  if (sniffed.kind === 'binary') return `binary: ${sniffed.what}`;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  let text = '';
  for await (const part of decode(chunks(), sniffed.encoding)) text += part;
  return text;
}

function swap(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

describe('a text is decoded', () => {
  const windows1252 = Buffer.from(
    TEXT.replace('€', '\x80').replace('“', '\x93').replace('”', '\x94').replace('–', '\x96'),
    'latin1',
  );
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16, little-endian', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, little-endian, with a byte order mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, big-endian', swap(Buffer.from(TEXT, 'utf16le'))],
    ['UTF-16, big-endian, with a byte order mark', swap(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))],
    ['Windows-1252', windows1252],
  ])('from %s', async (_name, bytes) => expect(await read(bytes)).toBe(TEXT));

  it('from UTF-16 in another script, without a byte order mark', async () => {
    const text = 'افتتاح جسر جديد فوق النهر في المدينة\nقال المهندسون إنه جاهز\n';
    expect(await read(Buffer.from(text, 'utf16le'))).toBe(text);
  });

  it('line by line if files in different encodings were concatenated', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Café – ja\n'),
      Buffer.from('Caf\xe9 \x96 ja\n', 'latin1'),
    ]);
    expect(await read(bytes)).toBe('Café – ja\nCafé – ja\n');
  });

  it('as UTF-8 if it is UTF-8 with damage', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Ein Café für “alle”'),
      Buffer.from([0xff]),
      Buffer.from('\n'),
    ]);
    expect(await read(bytes)).toBe('Ein Café für “alle”\uFFFD\n');
  });

  it('without a fault, whatever it is and however it is split into chunks', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 300 })
      .filter((each) => !/[\p{Cc}\p{Surrogate}]/u.test(each));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (each, size) => {
        const bytes = Buffer.from(`News: ${each}\n${each}`);
        expect(await read(bytes, size)).toBe(bytes.toString());
      }),
    );
  });
});

it.each([
  ['a PDF document', Buffer.from('%PDF-1.7\n')],
  ['a PNG picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
  ['a gzip archive', Buffer.from([0x1f, 0x8b, 8, 0])],
  ['binary data', Buffer.from([1, 2, 0, 0, 0, 3, 4, 0, 255, 0, 0, 9])],
  ['binary data', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 32))],
])('%s is not text', async (what, bytes) => expect(await read(bytes)).toBe(`binary: ${what}`));
