/** The array itself where `index` lies in it, else a longer copy: half as long again, so that copies are rare. */
export function grow<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  array: T,
  index: number,
): T {
  if (index < array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(
    Math.max(index + 1, 64, Math.ceil(array.length * 1.5)),
  );
  longer.set(array);
  return longer;
}
