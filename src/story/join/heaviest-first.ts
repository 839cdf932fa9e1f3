/**
 * The positions of weights, none of them negative, the heaviest first; those of equal weight by `compareEqual`. They
 * are sorted as numbers with their positions in the low bits: a comparator for all of them takes ten times as long.
 */
export function heaviestFirst(
  weights: Float64Array,
  compareEqual: (a: number, b: number) => number,
): Uint32Array {
  const positions = 2 ** (32 - Math.clz32(weights.length));
  let most = 0;
  for (const weight of weights) if (weight > most) most = weight;
  // The keys are integers, so that their low bits are exact. Weights that differ by less than a step are compared after.
  const steps = most === 0 ? 0 : Math.floor(2 ** 52 / positions) / most;
  const stepOf = (weight: number): number => Math.floor((most - weight) * steps);
  const keys = new Float64Array(weights.length);
  for (let i = 0; i < keys.length; i++) keys[i] = stepOf(weights[i]!) * positions + i;
  const order = new Uint32Array(keys.length);
  for (const [rank, key] of keys.toSorted().entries()) order[rank] = key % positions;
  const compare = (a: number, b: number): number => weights[b]! - weights[a]! || compareEqual(a, b);
  for (let from = 0, to; from < order.length; from = to) {
    const step = stepOf(weights[order[from]!]!);
    to = from + 1;
    while (to < order.length && stepOf(weights[order[to]!]!) === step) to += 1;
    if (to - from > 1) order.set(order.slice(from, to).toSorted(compare), from);
  }
  return order;
}
