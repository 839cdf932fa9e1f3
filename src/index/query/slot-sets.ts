import type { TermGroup } from './term-groups.ts';
import type { TextIndex } from '../terms/text-index.ts';

/** The slots, ascending, of texts that have any of the terms. */
export function slotsWithAny(index: TextIndex, terms: readonly string[]): Uint32Array {
  let slots = new Uint32Array(0);
  for (const term of terms) {
    const found = new Uint32Array(index.frequency(term));
    let size = 0;
    index.forEachWith(term, (slot) => (found[size++] = slot));
    slots = slots.length === 0 ? found : unite(slots, found);
  }
  return slots;
}

/** The slots, ascending, of texts that have a term of each group; none if there is no group. */
export function slotsWithAll(index: TextIndex, groups: readonly TermGroup[]): Uint32Array {
  const frequency = ({ terms }: TermGroup): number =>
    terms.reduce((sum, term) => sum + index.frequency(term), 0);
  // The rarest group comes first, since no later step looks at more texts than it has.
  const [rarest, ...others] = groups.toSorted((a, b) => frequency(a) - frequency(b));
  let slots = slotsWithAny(index, rarest?.terms ?? []);
  for (const { terms } of others) {
    const found = new Uint8Array(slots.length);
    for (const term of terms) index.forEachAmong(term, slots, (position) => (found[position] = 1));
    slots = keep(slots, (position) => found[position] === 1);
  }
  return slots;
}

/** Keeps the slots whose positions pass; several times faster than `filter`. */
export function keep(
  slots: Uint32Array,
  passes: (position: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const kept = new Uint32Array(slots.length);
  let size = 0;
  for (let position = 0; position < slots.length; position++) {
    if (passes(position)) kept[size++] = slots[position]!;
  }
  return kept.subarray(0, size);
}

/** The union of two ascending lists, ascending and without duplicates. */
export function unite(a: Uint32Array, b: Uint32Array): Uint32Array<ArrayBuffer> {
  const both = new Uint32Array(a.length + b.length);
  let [size, i, j] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    if (a[i] === next) i += 1;
    if (b[j] === next) j += 1;
    both[size++] = next;
  }
  return both.subarray(0, size);
}

/** The numbers of an ascending list that are not in another one. */
export function subtract(a: Uint32Array, b: Uint32Array): Uint32Array {
  let j = 0;
  return keep(a, (position) => {
    const slot = a[position]!;
    while (j < b.length && b[j]! < slot) j += 1;
    return b[j] !== slot;
  });
}
