import { percentile } from '../support/percentile.ts';
import type { LoopDelay } from './sample-member.ts';

/** Points that are taken of each distribution. */
const POINTS = 200;

/**
 * The delay below which this share of a whole run lies, from the known points of its parts, which are of equal
 * length. Between two points, a delay is taken to grow evenly.
 */
export function poolDelays(parts: readonly LoopDelay[], share: number): number {
  return percentile(parts.flatMap(spread), share);
}

function spread({ p50, p90, p99, max }: LoopDelay): number[] {
  const known: [share: number, ms: number][] = [
    [0, 0],
    [0.5, p50],
    [0.9, p90],
    [0.99, p99],
    [1, max],
  ];
  return Array.from({ length: POINTS }, (_, at) => {
    const share = (at + 0.5) / POINTS;
    const next = known.findIndex(([end]) => end >= share);
    const [from, low] = known[next - 1]!;
    const [to, high] = known[next]!;
    return low + ((share - from) / (to - from)) * (high - low);
  });
}
