/** How many numbers are asked of the system at once. Longer texts get memory of their own. */
const CHUNK = 4096;

let chunk = new Float64Array(CHUNK);
let chunkUsed = 0;

/**
 * Reserves memory for so many numbers and hands it out as arrays of zeros: to ask the system for each
 * array by itself takes longer than to fill it. Nothing is handed out twice.
 */
export function reserveFloats(count: number): (length: number) => Float64Array {
  const memory = reserve(count);
  let used = 0;
  return (length) => {
    if (used + length > count) throw new RangeError(`more than ${count} numbers asked for`);
    used += length;
    return memory.subarray(used - length, used);
  };
}

function reserve(count: number): Float64Array {
  if (count > CHUNK / 4) return new Float64Array(count);
  if (chunkUsed + count > CHUNK) {
    chunk = new Float64Array(CHUNK);
    chunkUsed = 0;
  }
  chunkUsed += count;
  return chunk.subarray(chunkUsed - count, chunkUsed);
}
