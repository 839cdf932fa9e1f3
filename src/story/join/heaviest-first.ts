/** Between the heaviest weight and 0; those of one bucket are compared with each other. */
const BUCKETS = 256;

/** So few are sorted where they are. */
const FEW = 32;

/** Buffer: by bucket, first the number of its weights, then where the next one of them belongs. */
const places = new Uint32Array(BUCKETS);

/** Buffer: by position, the bucket of its weight. */
let buckets = new Uint16Array(1024);

/**
 * The positions of the `most` heaviest weights, those of equal weight by `compareEqual`. The first `inOrder` of them, or
 * all, are in order, the others nearly. No weight is negative. They are put into buckets first: to sort all with a
 * comparator takes four times as long.
 */
export function heaviestFirst(
  weights: Float64Array,
  most: number,
  compareEqual: (a: number, b: number) => number,
  inOrder = most,
): Uint32Array {
  const { length } = weights;
  let top = 0;
  for (let i = 0; i < length; i++) if (weights[i]! > top) top = weights[i]!;
  const scale = top === 0 ? 0 : (BUCKETS - 1) / top;
  if (buckets.length < length) buckets = new Uint16Array(2 * length);
  const bucketOf = buckets;
  places.fill(0);
  for (let i = 0; i < length; i++) places[(bucketOf[i] = ((top - weights[i]!) * scale) | 0)]! += 1;
  let [used, count] = [0, 0];
  for (; used < BUCKETS && count < most; used++) {
    count += places[used]!;
    places[used] = count - places[used]!;
  }
  const order = new Uint32Array(count);
  for (let i = 0; i < length; i++) {
    const bucket = bucketOf[i]!;
    if (bucket < used) order[places[bucket]!++] = i;
  }
  const compare = (a: number, b: number): number => weights[b]! - weights[a]! || compareEqual(a, b);
  for (let [bucket, from] = [0, 0]; bucket < used; from = places[bucket++]!) {
    const to = places[bucket]!;
    if (from >= inOrder && count <= most) break;
    // Of the last bucket, some may be too many.
    if (from < inOrder || to > most) sortPart(order, from, to, compare);
  }
  return order.subarray(0, most);
}

function sortPart(
  order: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  if (to - from > FEW) {
    order.set(order.slice(from, to).toSorted(compare), from);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const moved = order[i]!;
    let at = i;
    for (; at > from && compare(order[at - 1]!, moved) > 0; at--) order[at] = order[at - 1]!;
    order[at] = moved;
  }
}
