/** Returns the array if it has this index, else a copy that is longer by at least a quarter, so that copies are rare. */
export function grow<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
  array: T,
  index: number,
): T {
  if (index < array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(
    Math.max(index + 1, 64, Math.ceil(array.length * 1.25)),
  );
  longer.set(array);
  return longer;
}
