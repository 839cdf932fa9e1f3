/** An item that can be picked from a list. */
export interface PickItem {
  /** The picked value; unique in its list. */
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** One or two characters before the label: an emoji, `#`, an initial. */
  readonly icon?: string | undefined;
  /** The heading above this item and its neighbours of the same group. */
  readonly group?: string | undefined;
}

/** How many items PageUp and PageDown move by. */
const pageSize = 8;

/** Returns the items that match the typed text, the best match first, otherwise in the given order. */
export function filterItems<Item extends PickItem>(items: readonly Item[], typed: string): Item[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [...items];
  return items
    .map((item) => ({ item, rank: rankText(item.label, item.description ?? '', wanted) }))
    .filter(({ rank }) => rank < noFit)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** The rank of a text that doesn't match. */
export const noFit = 5;

/**
 * Ranks how well a name matches a folded text: 0 it is equal, 1 it begins with the text, 2 one of its
 * words does, 3 it contains the text, 4 only the description does, 5 no match.
 */
export function rankText(name: string, description: string, wanted: string): number {
  const folded = fold(name);
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.split(/[\s_-]+/).some((word) => word.startsWith(wanted))) return 2;
  if (folded.includes(wanted)) return 3;
  return fold(description).includes(wanted) ? 4 : noFit;
}

/** Folds case and accents, so that texts can be compared without them. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Returns the active index after a key press, -1 being none; `undefined` if the key doesn't move
 * it.
 */
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

/** Finds the next label after the active one that begins with the typed text; -1 if there is none. */
export function findTyped(labels: readonly string[], active: number, typed: string): number {
  const wanted = fold(typed);
  // From the second letter on, the active label may still match.
  const first = wanted.length > 1 ? active : active + 1;
  for (let step = 0; step < labels.length; step += 1) {
    const index = (Math.max(first, 0) + step) % labels.length;
    if (fold(labels[index] ?? '').startsWith(wanted)) return index;
  }
  return -1;
}

/** How many items may be picked. */
export interface PickLimits {
  readonly multiple: boolean;
  readonly min: number;
  readonly max: number;
}

/** Returns the selection after a pick: the value is added, or removed if it was selected. */
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
