/**
 * The first place from `from` on, and before `to`, whose value is at least `least`; `to` where there is none. Values
 * ascend. The step doubles until it is too far: a place k further on is found in about 2 log k looks.
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
