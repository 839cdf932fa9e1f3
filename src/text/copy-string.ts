/** Copies a string. A word sliced from an article would keep the whole article in memory. */
export function copyString(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
