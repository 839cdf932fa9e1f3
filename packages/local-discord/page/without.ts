/** A record without one of its keys; the same one where it has no such key. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _gone, ...others } = record;
  return others;
}
