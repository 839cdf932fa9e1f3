import type { KnownEntry, SeenEntry } from './known-entry.ts';

/**
 * Whether an entry that has the id of a known one is another article: some feeds give "top" to whatever is on top. It
 * has another page, another text, another date, and a headline that has little in common.
 */
export function isReused(known: KnownEntry, seen: SeenEntry): boolean {
  return (
    known.page !== undefined &&
    seen.page !== undefined &&
    known.page !== seen.page &&
    known.digest !== seen.digest &&
    (known.body === undefined || known.body !== seen.body) &&
    (known.at ?? known.day) !== (seen.at ?? seen.day) &&
    similarity(known.titleKey, seen.titleKey) < LIKENESS.reused
  );
}

/**
 * Whether an entry with an unknown id and page is a known article whose address changed with its headline: it has the
 * same text and day, or the same time to the second and a similar headline.
 */
export function isMoved(known: KnownEntry, seen: SeenEntry): boolean {
  if (known.day !== seen.day) return false;
  if (known.body !== undefined && known.body === seen.body) return true;
  if (known.at === undefined || known.at !== seen.at) return false;
  return similarity(known.titleKey, seen.titleKey) >= LIKENESS.moved;
}

/** Shares of the shorter headline's parts that the other one has. */
const LIKENESS = { reused: 0.3, moved: 0.6 } as const;

/** The share of the shorter text's runs of three letters that are in the longer one. */
function similarity(a: string, b: string): number {
  const [short, long] = [runsOf(a), runsOf(b)].toSorted((x, y) => x.size - y.size);
  if (!short || !long || short.size === 0) return 0;
  let shared = 0;
  for (const run of short) if (long.has(run)) shared += 1;
  return shared / short.size;
}

function runsOf(text: string): Set<string> {
  const letters = Array.from(text.slice(0, 300));
  return new Set(letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`));
}
