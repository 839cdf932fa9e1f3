/**
 * Remembers what a function says of each object. Where an article begins is judged at every line by
 * the lines around it, so that each line is asked for dozens of times.
 */
export function onceEach<K extends object, T>(judge: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: judge(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
