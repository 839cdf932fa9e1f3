/**
 * Reserves memory for so many numbers and hands it out as arrays of zeros: to ask the system for each
 * array by itself takes longer than to fill it.
 */
export function reserveFloats(count: number): (length: number) => Float64Array {
  const memory = new Float64Array(count);
  let used = 0;
  return (length) => {
    if (used + length > count) throw new RangeError(`more than ${count} numbers asked for`);
    used += length;
    return memory.subarray(used - length, used);
  };
}
