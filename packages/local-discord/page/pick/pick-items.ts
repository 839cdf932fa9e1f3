/** One thing that can be picked from a list. */
export interface PickItem {
  /** What the one who asked gets back; no two items of a list have the same. */
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** One or two characters before the label: an emoji, `#`, an initial. */
  readonly icon?: string | undefined;
  /** A heading that this item and its neighbours of the same group stand under. */
  readonly group?: string | undefined;
}

/** How many items a page key goes. */
const pageSize = 8;

/** Keeps the items that the typed text fits, the better ones first, the order given otherwise. */
export function filterItems<Item extends PickItem>(items: readonly Item[], typed: string): Item[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [...items];
  return items
    .map((item) => ({ item, rank: rankText(item.label, item.description ?? '', wanted) }))
    .filter(({ rank }) => rank < noFit)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** What `rankText` gives where nothing fits. */
export const noFit = 5;

/**
 * Tells how well a name fits what is typed: 0 it is the same, 1 it begins so, 2 one of its words does,
 * 3 it has it in it, 4 only the description has, 5 nothing fits. `wanted` is folded.
 */
export function rankText(name: string, description: string, wanted: string): number {
  const folded = fold(name);
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.split(/[\s_-]+/).some((word) => word.startsWith(wanted))) return 2;
  if (folded.includes(wanted)) return 3;
  return fold(description).includes(wanted) ? 4 : noFit;
}

/** Makes text comparable: case and accents do not count. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Where a key takes the active place of a list, -1 being none; `undefined` for keys that move nothing. */
export function moveActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return active + 1 >= count ? 0 : active + 1;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, active + pageSize);
    case 'PageUp':
      return Math.max(0, active - pageSize);
    default:
      return undefined;
  }
}

/** Finds the next item whose label begins as typed, after the active one; -1 where none does. */
export function findTyped(labels: readonly string[], active: number, typed: string): number {
  const wanted = fold(typed);
  // The active one may still be meant while a longer beginning is typed.
  const first = wanted.length > 1 ? active : active + 1;
  for (let step = 0; step < labels.length; step += 1) {
    const index = (Math.max(first, 0) + step) % labels.length;
    if (fold(labels[index] ?? '').startsWith(wanted)) return index;
  }
  return -1;
}

/** How many may be picked. */
export interface PickLimits {
  readonly multiple: boolean;
  readonly min: number;
  readonly max: number;
}

/** The selection after one more pick: it is added, or taken away if it was there. */
export function togglePick(
  selected: readonly string[],
  value: string,
  { multiple, min, max }: PickLimits,
): string[] {
  if (selected.includes(value)) {
    if (!multiple && min > 0) return [...selected];
    return selected.filter((one) => one !== value);
  }
  if (!multiple) return [value];
  return selected.length >= max ? [...selected] : [...selected, value];
}
