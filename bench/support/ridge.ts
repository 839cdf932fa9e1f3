/** Sums over observations of x·xᵀ (row by row) and x·y, from which least squares is solved. */
export interface NormalEquations {
  readonly products: Float64Array;
  readonly targets: Float64Array;
}

export function createEquations(size: number): NormalEquations {
  return { products: new Float64Array(size * size), targets: new Float64Array(size) };
}

/** Adds one observation, counted `weight` times. */
export function addObservation(
  { products, targets }: NormalEquations,
  x: ArrayLike<number>,
  y: number,
  weight: number,
): void {
  const size = targets.length;
  for (let i = 0; i < size; i++) {
    targets[i]! += weight * x[i]! * y;
    for (let j = 0; j < size; j++) products[i * size + j]! += weight * x[i]! * x[j]!;
  }
}

export function sumEquations(all: readonly NormalEquations[]): NormalEquations {
  const sum = createEquations(all[0]!.targets.length);
  for (const { products, targets } of all) {
    products.forEach((value, i) => (sum.products[i]! += value));
    targets.forEach((value, i) => (sum.targets[i]! += value));
  }
  return sum;
}

/** Changes equations as if a feature had been 0 in every observation. A negative feature changes nothing. */
export function dropFeature({ products, targets }: NormalEquations, feature: number): void {
  if (feature < 0) return;
  const size = targets.length;
  targets[feature] = 0;
  for (let i = 0; i < size; i++) products[feature * size + i] = products[i * size + feature] = 0;
}

/**
 * The weights that minimize the squared error plus λ times their squares, each scaled by its feature's
 * spread (ridge regression, Hoerl and Kennard 1970), by Cholesky decomposition.
 */
export function solveRidge({ products, targets }: NormalEquations, lambda: number): Float64Array {
  const size = targets.length;
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = products[i * size + j]!;
      if (i === j) sum += lambda * sum + 1e-9;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j]!;
    }
  }
  const weights = Float64Array.from(targets);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) weights[i]! -= lower[i * size + k]! * weights[k]!;
    weights[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) weights[i]! -= lower[k * size + i]! * weights[k]!;
    weights[i]! /= lower[i * size + i]!;
  }
  return weights;
}
