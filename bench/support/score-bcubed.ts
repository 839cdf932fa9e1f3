/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * BCubed (Bagga and Baldwin 1998), averaged over items. Precision: the share of an item's cluster that belongs to
 * its true cluster. Recall: the share of its true cluster that is in its cluster.
 */
export function scoreBcubed(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): Agreement {
  const both = (id: string): string => `${expected.get(id)}\n${actual.get(id)}`;
  const ids = [...expected.keys()];
  const expectedSizes = countBy(ids, (id) => expected.get(id));
  const actualSizes = countBy(ids, (id) => actual.get(id));
  const sharedSizes = countBy(ids, both);
  const mean = (sizes: ReadonlyMap<unknown, number>, key: (id: string) => unknown): number =>
    ids.reduce((sum, id) => sum + sharedSizes.get(both(id))! / sizes.get(key(id))!, 0) / ids.length;
  const precision = mean(actualSizes, (id) => actual.get(id));
  const recall = mean(expectedSizes, (id) => expected.get(id));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function countBy(ids: readonly string[], key: (id: string) => unknown): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const id of ids) counts.set(key(id), (counts.get(key(id)) ?? 0) + 1);
  return counts;
}
