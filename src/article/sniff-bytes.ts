/** The encoding of a file's bytes, or the reason why they aren't text. */
export type Sniffed =
  | { readonly kind: 'text'; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'binary'; readonly what: string };

/** Distinguishes text from other data by a file's first few kilobytes. */
export function sniffBytes(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, [0xff, 0xfe]) && !startsWith(bytes, [0xff, 0xfe, 0, 0])) {
    return { kind: 'text', encoding: 'utf-16le' };
  }
  if (startsWith(bytes, [0xfe, 0xff])) return { kind: 'text', encoding: 'utf-16be' };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { kind: 'text', encoding: 'utf-8' };
  const known = MAGIC.find(({ sign }) => startsWith(bytes, sign));
  if (known) return { kind: 'binary', what: known.what };
  const wide = sniffWide(bytes);
  if (wide) return { kind: 'text', encoding: wide };
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return { kind: 'binary', what: 'binary data' };
    if (byte < 32 && (byte < 8 || byte > 13) && byte !== 27) controls += 1;
  }
  return controls > bytes.length * 0.02
    ? { kind: 'binary', what: 'binary data' }
    : { kind: 'text', encoding: 'utf-8' };
}

/**
 * Detects UTF-16 without a byte order mark: line breaks and spaces have a zero byte next to them,
 * always on the same side. In scripts other than Latin these are the only zeros, so only they are
 * counted.
 */
function sniffWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const even = [0, 0, 0];
  const odd = [0, 0, 0];
  const pairs = Math.floor(bytes.length / 2);
  for (let at = 0; at < pairs * 2; at += 2) {
    const [high = 0, low = 0] = [bytes[at], bytes[at + 1]];
    count(even, high, low);
    count(odd, low, high);
  }
  if (pairs < 2) return undefined;
  // [zeros, printable or white characters next to a zero, zeros next to a zero]
  if (isWide(odd, even, pairs)) return 'utf-16le';
  return isWide(even, odd, pairs) ? 'utf-16be' : undefined;
}

function count(side: number[], byte: number, other: number): void {
  if (byte !== 0) return;
  side[0] = (side[0] ?? 0) + 1;
  if ((other >= 32 && other !== 127) || (other >= 9 && other <= 13)) side[1] = (side[1] ?? 0) + 1;
  else side[2] = (side[2] ?? 0) + 1;
}

function isWide([zeros = 0, plain = 0]: number[], [others = 0]: number[], pairs: number): boolean {
  return others === 0 && zeros >= pairs * 0.05 && plain === zeros;
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, index) => bytes[index] === byte);
}

const MAGIC: readonly { readonly sign: readonly number[]; readonly what: string }[] = [
  { sign: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document' },
  { sign: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { sign: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { sign: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { sign: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive or office document' },
  { sign: [0x1f, 0x8b], what: 'a gzip archive' },
  { sign: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old office document' },
  { sign: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'an RTF document' },
  { sign: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'an SQLite database' },
  { sign: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
];
