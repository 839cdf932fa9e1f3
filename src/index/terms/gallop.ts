/**
 * Finds the first index in [`from`, `to`) whose value is at least `least`, or `to` if there is none. The values have
 * to ascend. Galloping search: the step doubles until it is too far, then a binary search follows, so that an index
 * k further on takes about 2 log k comparisons.
 */
export function gallop(values: ArrayLike<number>, from: number, to: number, least: number): number {
  let low = from;
  let high = from;
  for (let step = 1; high < to && values[high]! < least; step *= 2) {
    low = high + 1;
    high += step;
  }
  if (high > to) high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
