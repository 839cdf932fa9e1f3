import { canonicalUrl } from '../article/canonical-url.ts';

/** Finds slots by URL, fragments, tracking parameters and a trailing slash apart; holds no URL itself. */
export class UrlSlots {
  readonly #urlOf: (slot: number) => string | undefined;
  /** By hash: a slot, or, hardly ever, several. */
  readonly #slots = new Map<number, number | readonly number[]>();

  constructor(urlOf: (slot: number) => string | undefined) {
    this.#urlOf = urlOf;
  }

  add(slot: number): void {
    const url = this.#urlOf(slot);
    if (url === undefined) return;
    const hash = hashText(pageOf(url));
    const others = this.#at(hash);
    this.#slots.set(hash, others.length === 0 ? slot : [...others, slot]);
  }

  /** Forgets a slot whose URL is still known. */
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

  #at(hash: number): readonly number[] {
    const slots = this.#slots.get(hash) ?? [];
    return typeof slots === 'number' ? [slots] : slots;
  }
}

/** One spelling of an address; text that is none stays as it is. */
function pageOf(url: string): string {
  return canonicalUrl(url) ?? url.trim();
}

/** FNV-1a, cut to the 31 bits that a Map holds without an object. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
}
