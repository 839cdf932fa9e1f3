/** A longer table is made anew each time, so that one long text does not fill the memory. */
const MAX_KEPT = 16_384;

/**
 * The values of a function of 0, 1, 2, …, worked out once for all articles: returns a function that gives at least
 * so many of them.
 */
export function tabulate(valueOf: (at: number) => number): (count: number) => Float64Array {
  let kept = new Float64Array(0);
  return (count) => {
    if (count <= kept.length) return kept;
    const values = Float64Array.from({ length: Math.max(64, 2 * count) }, (_, at) => valueOf(at));
    if (values.length <= MAX_KEPT) kept = values;
    return values;
  };
}
