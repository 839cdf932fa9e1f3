/** The numbers of the stories at a place on the map, in units. */
export interface NumberedPlace {
  readonly x: number;
  readonly y: number;
  /** In ascending order. */
  readonly numbers: readonly number[];
}

/** Distance at which two marks become one, as a share of the distance at which they touch. */
const MERGING = {
  /** Closer marks would have to move so far that nobody could tell where they belong. */
  ofOtherStories: 0.6,
  /** Showing the same number twice side by side says nothing. */
  ofSameStories: 1.05,
} as const;

/**
 * Merges marks that would overlap, the closest first. `reach` returns half the width and half the
 * height of the mark for some numbers.
 */
export function shareMarks(
  places: readonly NumberedPlace[],
  reach: (numbers: readonly number[]) => readonly [x: number, y: number],
): NumberedPlace[] {
  // The mark of several places is in their middle.
  let marks = places.map((place) => ({ ...place, count: 1 }));
  for (;;) {
    let nearest: { readonly part: number; readonly i: number; readonly j: number } | undefined;
    for (const [j, other] of marks.entries()) {
      for (const [i, one] of marks.slice(0, j).entries()) {
        const [[x1, y1], [x2, y2]] = [reach(one.numbers), reach(other.numbers)];
        const distance = Math.hypot((one.x - other.x) / (x1 + x2), (one.y - other.y) / (y1 + y2));
        const isSame = one.numbers.join() === other.numbers.join();
        const part = distance / (isSame ? MERGING.ofSameStories : MERGING.ofOtherStories);
        if (part < 1 && (!nearest || part < nearest.part)) nearest = { part, i, j };
      }
    }
    if (!nearest) return marks.map(({ x, y, numbers }) => ({ x, y, numbers }));
    const { i, j } = nearest;
    const joined = join(marks[i]!, marks[j]!);
    marks = marks.flatMap((mark, index) => (index === i ? [joined] : index === j ? [] : [mark]));
  }
}

interface SharedMark extends NumberedPlace {
  readonly count: number;
}

function join(one: SharedMark, other: SharedMark): SharedMark {
  const count = one.count + other.count;
  return {
    x: (one.x * one.count + other.x * other.count) / count,
    y: (one.y * one.count + other.y * other.count) / count,
    numbers: [...new Set([...one.numbers, ...other.numbers])].toSorted((a, b) => a - b),
    count,
  };
}
