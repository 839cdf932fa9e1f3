/** Returns a record without one of its keys, or the same record if it doesn't have that key. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _gone, ...others } = record;
  return others;
}
