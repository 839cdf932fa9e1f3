/** A vector that is zero for most terms: numbers of terms, ascending, and their weights. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** The product of two vectors: their cosine if both have the length 1. */
export function cosineOf(a: TermVector, b: TermVector): number {
  let [sum, i, j] = [0, 0, 0];
  while (i < a.terms.length && j < b.terms.length) {
    const difference = a.terms[i]! - b.terms[j]!;
    if (difference === 0) sum += a.weights[i]! * b.weights[j]!;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return sum;
}

/** The product of a vector with one that has a weight for every term. */
export function cosineWith(full: Float64Array, { terms, weights }: TermVector): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += full[terms[i]!]! * weights[i]!;
  return sum;
}

/** Adds a vector to one that has a weight for every term. */
export function addVector(full: Float64Array, { terms, weights }: TermVector, factor = 1): void {
  for (let i = 0; i < terms.length; i++) full[terms[i]!]! += factor * weights[i]!;
}

/** Gives a vector the length 1, in place, unless it is zero. */
export function normalize(full: Float64Array): Float64Array {
  let squares = 0;
  for (const weight of full) squares += weight * weight;
  if (squares === 0) return full;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < full.length; i++) full[i]! *= scale;
  return full;
}
