/** A sparse vector: term → weight. Absent terms weigh 0. */
export type TermVector = ReadonlyMap<string, number>;

/** How often each term occurs. */
export function countTerms(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The sum of the products of shared terms' weights. */
export function dot(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Euclidean length. */
export function norm(vector: TermVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** The cosine of the angle between two vectors, 0 where either is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const length = norm(a) * norm(b);
  return length === 0 ? 0 : dot(a, b) / length;
}

/** The vector times a factor. */
export function scale(vector: TermVector, factor: number): Map<string, number> {
  const scaled = new Map<string, number>();
  for (const [term, weight] of vector) scaled.set(term, weight * factor);
  return scaled;
}

/** The vector with length 1; an empty one stays empty. */
export function normalize(vector: TermVector): Map<string, number> {
  const length = norm(vector);
  return scale(vector, length === 0 ? 0 : 1 / length);
}

/** Adds `addend × factor` to `sum` in place. */
export function addTo(sum: Map<string, number>, addend: TermVector, factor = 1): void {
  for (const [term, weight] of addend) sum.set(term, (sum.get(term) ?? 0) + weight * factor);
}
