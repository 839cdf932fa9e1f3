/** How much of an extracted text is in the true one (precision), and the other way round (recall). */
export interface ShingleMatch {
  /** Undefined if nothing was extracted: such a page counts for recall only. */
  readonly precision?: number;
  readonly recall?: number;
}

/** Tokens in a shingle. */
const SHINGLE_TOKENS = 4;

/**
 * Compares two texts as the article extraction benchmark does: as multisets of shingles, each of which is
 * four consecutive words.
 */
export function matchShingles(truth: string, extracted: string): ShingleMatch {
  const expected = countShingles(truth);
  const found = countShingles(extracted);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, expected.get(shingle) ?? 0);
  const [foundCount, expectedCount] = [sum(found), sum(expected)];
  return {
    ...(foundCount > 0 && { precision: shared / foundCount }),
    ...(expectedCount > 0 && { recall: shared / expectedCount }),
  };
}

/** Mean precision and mean recall over pages, and F1 of the two means, as in the benchmark. */
export function meanMatch(matches: readonly ShingleMatch[]) {
  const precision = mean(matches.flatMap((match) => match.precision ?? []));
  const recall = mean(matches.flatMap((match) => match.recall ?? []));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function countShingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  // A text shorter than a shingle counts as one shingle.
  for (let at = 0; at < Math.max(1, tokens.length - SHINGLE_TOKENS + 1); at += 1) {
    const shingle = tokens.slice(at, at + SHINGLE_TOKENS).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
