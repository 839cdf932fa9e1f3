/** Whether two lists have the same values in the same order. An absent one is empty. */
export function isSameList<T>(a: readonly T[] = [], b: readonly T[] = []): boolean {
  return a === b || (a.length === b.length && a.every((each, position) => each === b[position]));
}
