/** In the low bits of a neighbour's number: the cosine of the names, in steps. */
const NAME_BITS = 8;
const STEPS = 2 ** NAME_BITS;

/** A neighbour as one number, so that it takes no more memory: its slot, and how alike its names and figures are, 0 to 1. */
export function neighbourOf(slot: number, nameCosine: number): number {
  return slot * STEPS + Math.min(STEPS - 1, Math.round(nameCosine * STEPS));
}

export function slotOfNeighbour(neighbour: number): number {
  return neighbour >>> NAME_BITS;
}

export function nameCosineOf(neighbour: number): number {
  return (neighbour & (STEPS - 1)) / STEPS;
}
