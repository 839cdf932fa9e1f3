/**
 * Moves labels apart on a line until each is at least `distance` from the next: in their order, between `left` and
 * `right`, and as near to their points as that allows. Points are ascending.
 */
export function spreadOnLine(
  points: readonly number[],
  distance: number,
  [left, right]: readonly [left: number, right: number],
): number[] {
  // Without the distances, labels may not overtake each other: neighbours in the wrong order share their mean.
  const runs: { sum: number; count: number }[] = [];
  for (const [index, point] of points.entries()) {
    runs.push({ sum: point - index * distance, count: 1 });
    while (runs.length > 1 && meanOf(runs.at(-1)!) < meanOf(runs.at(-2)!)) {
      const last = runs.pop()!;
      runs.at(-1)!.sum += last.sum;
      runs.at(-1)!.count += last.count;
    }
  }
  const furthest = right - (points.length - 1) * distance;
  return runs
    .flatMap((run) => Array.from({ length: run.count }, () => meanOf(run)))
    .map((at, index) => Math.max(left, Math.min(furthest, at)) + index * distance);
}

function meanOf({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}
