/** A line of time from left to right. */
export interface TimeAxis {
  /** The position of a moment, in units. */
  xOf(at: number): number;
  /** The distance of two positions that are one unit of time apart, outside of the stretches that are cut short. */
  readonly step: number;
  /** The middle of each stretch that is cut short, and how many units of time it has. */
  readonly cuts: readonly AxisCut[];
}

/** A stretch of time that is cut short. */
interface AxisCut {
  readonly x: number;
  readonly length: number;
}

/** Where an axis begins and ends, in units, and the milliseconds of its unit of time. */
export interface AxisFrame {
  readonly left: number;
  readonly right: number;
  readonly unitMs: number;
}

/** When an axis is cut, in units. */
const CUTTING = {
  /** Moments that are nearer to each other can't be told apart. */
  leastDistance: 20,
  /** A stretch is cut if it takes a larger share of what isn't cut. */
  share: 0.5,
  /** The width of a cut stretch, and how many there are at most. */
  width: 90,
  most: 3,
} as const;

/**
 * Lays out moments to scale. If they would be too near to each other to be told apart because of one long stretch
 * without any, that stretch is cut short; so are the next ones while that helps.
 */
export function createTimeAxis(moments: readonly number[], frame: AxisFrame): TimeAxis {
  const { left, right, unitMs } = frame;
  const points = [...new Set(moments)].toSorted((a, b) => a - b);
  const gaps = points.slice(1).map((at, index) => at - points[index]!);
  const cut = chooseCuts(gaps, right - left);
  const scale = scaleOf(gaps, cut, right - left);
  const xs = [left];
  for (const [index, gap] of gaps.entries())
    xs.push(xs.at(-1)! + (cut.has(index) ? CUTTING.width : gap * scale));
  return {
    xOf(at) {
      const next = points.findIndex((point) => point >= at);
      if (next === -1) return xs.at(-1) ?? left;
      if (next === 0) return left;
      const share = (at - points[next - 1]!) / gaps[next - 1]!;
      return xs[next - 1]! + share * (xs[next]! - xs[next - 1]!);
    },
    step: scale * unitMs,
    cuts: [...cut]
      .toSorted((a, b) => a - b)
      .map((index) => ({
        x: (xs[index]! + xs[index + 1]!) / 2,
        length: Math.round(gaps[index]! / unitMs),
      })),
  };
}

/** Chooses the gaps to cut, by their positions. */
function chooseCuts(gaps: readonly number[], width: number): ReadonlySet<number> {
  const cut = new Set<number>();
  const byLength = gaps.map((_, index) => index).toSorted((a, b) => gaps[b]! - gaps[a]! || a - b);
  for (const longest of byLength.slice(0, -1).slice(0, CUTTING.most)) {
    const kept = byLength.filter((index) => !cut.has(index)).map((index) => gaps[index]!);
    const isCrowded = Math.min(...kept) * scaleOf(gaps, cut, width) < CUTTING.leastDistance;
    if (!isCrowded || gaps[longest]! <= CUTTING.share * sum(kept)) break;
    cut.add(longest);
  }
  return cut;
}

/** Units of width for a millisecond. */
function scaleOf(gaps: readonly number[], cut: ReadonlySet<number>, width: number): number {
  const kept = sum(gaps.filter((_, index) => !cut.has(index)));
  return kept === 0 ? 0 : (width - cut.size * CUTTING.width) / kept;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
