/** A mark at a point, in units, with half of its width and half of its height. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** How overlapping marks move apart. */
const SPREADING = {
  rounds: 200,
  /** Distance between two marks. */
  gap: 2,
  /** The share of its way back that a mark moves in each round. */
  pull: 0.02,
} as const;

/**
 * Moves marks apart until none overlap, each close to its point and inside the frame. The same
 * marks in the same order always have the same result.
 */
export function spreadMarks(
  marks: readonly Mark[],
  width: number,
  height: number,
): { x: number; y: number }[] {
  const positions = marks.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < SPREADING.rounds; round++) {
    const isLast = round === SPREADING.rounds - 1;
    for (const [i, position] of positions.entries()) {
      const mark = marks[i]!;
      if (!isLast) {
        position.x += (mark.x - position.x) * SPREADING.pull;
        position.y += (mark.y - position.y) * SPREADING.pull;
      }
      for (let j = 0; j < i; j++) {
        const [other, reachX] = [marks[j]!, mark.halfWidth + marks[j]!.halfWidth];
        pushApart(position, positions[j]!, reachX, mark.halfHeight + other.halfHeight, i);
      }
    }
    for (const [i, position] of positions.entries()) {
      const { halfWidth, halfHeight } = marks[i]!;
      position.x = Math.min(width - halfWidth, Math.max(halfWidth, position.x));
      position.y = Math.min(height - halfHeight, Math.max(halfHeight, position.y));
    }
  }
  return positions;
}

interface Position {
  x: number;
  y: number;
}

/** Marks are treated as ellipses: in a space stretched by `stretch` they are circles. */
function pushApart(
  one: Position,
  other: Position,
  reachX: number,
  reachY: number,
  turn: number,
): void {
  const least = reachX + SPREADING.gap;
  const stretch = least / (reachY + SPREADING.gap);
  let [dx, dy] = [one.x - other.x, (one.y - other.y) * stretch];
  const distance = Math.hypot(dx, dy);
  if (distance >= least) return;
  // Marks at the same point separate in different directions: with the golden angle no direction
  // repeats.
  if (distance < 0.01) [dx, dy] = [Math.cos(turn * 2.4), Math.sin(turn * 2.4)];
  const step = (least - distance) / 2 / Math.hypot(dx, dy);
  one.x += dx * step;
  one.y += (dy * step) / stretch;
  other.x -= dx * step;
  other.y -= (dy * step) / stretch;
}
