/** A string after every key that starts with `prefix`, where keys are compared byte by byte. */
export function endOfPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
