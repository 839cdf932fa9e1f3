/**
 * Types a number as a bit set. discord-api-types declares such fields as an enum of single bits, such as
 * `MessageFlags`, which has no member for zero or for several bits.
 */
export function bitSet(bits: number): never {
  return bits as never;
}
