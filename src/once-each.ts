/** Remembers what a function says of each object, for as long as there is the object. */
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
