import type { TermGroup } from './term-groups.ts';
import type { TextIndex } from '../terms/text-index.ts';

/** The slots, ascending, of texts with any of the terms. */
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

/** The slots, ascending, of texts with a term of each group; none for no group. */
export function slotsWithAll(index: TextIndex, groups: readonly TermGroup[]): Uint32Array {
  const frequency = ({ terms }: TermGroup): number =>
    terms.reduce((sum, term) => sum + index.frequency(term), 0);
  // The rarest first: no later step looks at more texts than it has.
  const [rarest, ...others] = groups.toSorted((a, b) => frequency(a) - frequency(b));
  let slots = slotsWithAny(index, rarest?.terms ?? []);
  for (const { terms } of others) {
    const found = new Uint8Array(slots.length);
    for (const term of terms) index.forEachAmong(term, slots, (place) => (found[place] = 1));
    slots = keep(slots, (place) => found[place] === 1);
  }
  return slots;
}

/** The slots at the places that pass, several times faster than `filter`. */
export function keep(
  slots: Uint32Array,
  passes: (place: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const kept = new Uint32Array(slots.length);
  let size = 0;
  for (let place = 0; place < slots.length; place++) {
    if (passes(place)) kept[size++] = slots[place]!;
  }
  return kept.subarray(0, size);
}

/** What stands in either of two ascending lists, ascending, once. */
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

/** What stands in the first of two ascending lists only. */
export function subtract(a: Uint32Array, b: Uint32Array): Uint32Array {
  let j = 0;
  return keep(a, (place) => {
    const slot = a[place]!;
    while (j < b.length && b[j]! < slot) j += 1;
    return b[j] !== slot;
  });
}
