/** A mark that is to stand at a point, in units, with half of its width and half of its height. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** How marks that lie over each other move apart. */
const SPREADING = {
  rounds: 200,
  /** Between two marks. */
  gap: 2,
  /** The part of its way back that a mark goes each round. */
  pull: 0.02,
} as const;

/**
 * Moves marks apart until none lies over another, each near its point and inside the frame. The same
 * marks in the same order always end in the same places.
 */
export function spreadMarks(
  marks: readonly Mark[],
  width: number,
  height: number,
): { x: number; y: number }[] {
  const places = marks.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < SPREADING.rounds; round++) {
    const isLast = round === SPREADING.rounds - 1;
    for (const [i, place] of places.entries()) {
      const mark = marks[i]!;
      if (!isLast) {
        place.x += (mark.x - place.x) * SPREADING.pull;
        place.y += (mark.y - place.y) * SPREADING.pull;
      }
      for (let j = 0; j < i; j++) {
        const [other, reachX] = [marks[j]!, mark.halfWidth + marks[j]!.halfWidth];
        pushApart(place, places[j]!, reachX, mark.halfHeight + other.halfHeight, i);
      }
    }
    for (const [i, place] of places.entries()) {
      const { halfWidth, halfHeight } = marks[i]!;
      place.x = Math.min(width - halfWidth, Math.max(halfWidth, place.x));
      place.y = Math.min(height - halfHeight, Math.max(halfHeight, place.y));
    }
  }
  return places;
}

interface Place {
  x: number;
  y: number;
}

/** Marks count as ellipses: what is round in a room stretched by `stretch` is as wide as they are. */
function pushApart(one: Place, other: Place, reachX: number, reachY: number, turn: number): void {
  const least = reachX + SPREADING.gap;
  const stretch = least / (reachY + SPREADING.gap);
  let [dx, dy] = [one.x - other.x, (one.y - other.y) * stretch];
  const distance = Math.hypot(dx, dy);
  if (distance >= least) return;
  // Of two at the same point, each pair goes its own way: by the golden angle none goes twice.
  if (distance < 0.01) [dx, dy] = [Math.cos(turn * 2.4), Math.sin(turn * 2.4)];
  const step = (least - distance) / 2 / Math.hypot(dx, dy);
  one.x += dx * step;
  one.y += (dy * step) / stretch;
  other.x -= dx * step;
  other.y -= (dy * step) / stretch;
}
