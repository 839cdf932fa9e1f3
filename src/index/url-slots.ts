import { canonicalUrl } from '../article/canonical-url.ts';
import type { Steps } from '../slices.ts';
import { grow } from './terms/grow.ts';

/** What is saved of the slots: pairs of a hash and a slot. */
export type SavedUrlSlots = ReturnType<UrlSlots['save']>;

/** Pairs that are restored between two pauses. */
const PAIRS_A_PAUSE = 1000;

/** Finds slots by URL, regardless of fragment, tracking parameters and trailing slash. It stores only hashes of URLs. */
export class UrlSlots {
  readonly #urlOf: (slot: number) => string | undefined;
  /** By hash: a slot, or several in rare cases. */
  readonly #slots = new Map<number, number | readonly number[]>();

  constructor(urlOf: (slot: number) => string | undefined) {
    this.#urlOf = urlOf;
  }

  /** Becomes what `save` described. It must be new. Pauses often. */
  *restore(pairs: SavedUrlSlots): Steps<void> {
    for (let at = 0; at < pairs.length; at += 2) {
      this.#addAt(pairs[at]!, pairs[at + 1]!);
      if (at % PAIRS_A_PAUSE === 0) yield;
    }
  }

  /** What a file needs for `restore`. */
  save(): Uint32Array {
    let pairs = new Uint32Array(2 * this.#slots.size);
    let at = 0;
    for (const [hash, slots] of this.#slots) {
      // Without an array for each of the many that have one slot.
      for (let i = 0; i < (typeof slots === 'number' ? 1 : slots.length); i++) {
        pairs = grow(pairs, at + 1);
        pairs[at++] = hash;
        pairs[at++] = typeof slots === 'number' ? slots : slots[i]!;
      }
    }
    return pairs.subarray(0, at);
  }

  add(slot: number): void {
    const url = this.#urlOf(slot);
    if (url !== undefined) this.#addAt(hashText(pageOf(url)), slot);
  }

  /** Removes a slot, whose URL must still be known. */
  remove(slot: number): void {
    const url = this.#urlOf(slot);
    if (url === undefined) return;
    const hash = hashText(pageOf(url));
    const others = this.#at(hash).filter((other) => other !== slot);
    if (others.length === 0) this.#slots.delete(hash);
    else this.#slots.set(hash, others);
  }

  /** The slots with a URL. */
  find(url: string): number[] {
    const page = pageOf(url);
    return this.#at(hashText(page)).filter((slot) => pageOf(this.#urlOf(slot)!) === page);
  }

  #addAt(hash: number, slot: number): void {
    const others = this.#at(hash);
    this.#slots.set(hash, others.length === 0 ? slot : [...others, slot]);
  }

  #at(hash: number): readonly number[] {
    const slots = this.#slots.get(hash) ?? [];
    return typeof slots === 'number' ? [slots] : slots;
  }
}

/** The canonical form of a URL; other text is only trimmed. */
function pageOf(url: string): string {
  return canonicalUrl(url) ?? url.trim();
}

/** FNV-1a, cut to 31 bits: V8 stores such a number without an object. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
}
