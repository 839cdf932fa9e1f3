/**
 * Converts a text to an array of UTF-16 code units. Reading units from a typed array takes half the
 * time of reading them from a sliced string, which most texts are.
 */
export function codeUnitsOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

/** Converts code units back to text. */
export function textOfUnits({ buffer, byteOffset, byteLength }: Uint16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');
}
