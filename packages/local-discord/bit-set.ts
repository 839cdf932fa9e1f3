/**
 * Lets a bit set stand where discord-api-types names an enum of single bits, such as `MessageFlags`:
 * the enum has no member for none, or for several, of its bits.
 */
export function bitSet(bits: number): never {
  return bits as never;
}
