/** Makes a set of the words of a list that white space separates. */
export function wordSet(list = ''): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}
