/** Selects the first `count` items in the order of `compare` without sorting the others. */
export function selectTop<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  if (items.length <= count * 2) return items.toSorted(compare).slice(0, count);
  let kept: T[] = [];
  let worst: T | undefined;
  for (const item of items) {
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    kept.push(item);
    // Sorting is rare, since more than twice `count` are collected first.
    if (kept.length >= count * 2 + 16) {
      kept = kept.toSorted(compare).slice(0, count);
      worst = kept[count - 1];
    }
  }
  return kept.toSorted(compare).slice(0, count);
}
