/** A sparse vector: term → weight. Absent terms weigh 0. */
export type TermVector = ReadonlyMap<string, number>;

/** Dot product: the sum of the products of shared terms' weights. */
export function dot(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Scales a vector to length 1. An empty vector stays empty. */
export function normalize(vector: TermVector): Map<string, number> {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  const factor = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  const normalized = new Map<string, number>();
  for (const [term, weight] of vector) normalized.set(term, weight * factor);
  return normalized;
}

/** Adds `addend × factor` to `sum` in place. */
export function addTo(sum: Map<string, number>, addend: TermVector, factor = 1): void {
  for (const [term, weight] of addend) sum.set(term, (sum.get(term) ?? 0) + weight * factor);
}
