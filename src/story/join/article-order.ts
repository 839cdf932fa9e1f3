import { grow } from '../../index/terms/grow.ts';
import type { IndexedArticle } from './indexed-article.ts';

/** The hour of a server's own articles, which come after all others. */
export const OWN_HOUR = Number.MAX_SAFE_INTEGER;

/** Articles by slot, in the order of their hours, those of one hour by id, servers' own ones by time and id. */
export class ArticleOrder {
  readonly #ids: string[] = [];
  // Typed arrays, since thousands of articles are looked up for each one: objects would not be in the processor's cache.
  #hours = new Float64Array(1024);
  #times = new Float64Array(1024);

  set({ slot, id, hour, at }: IndexedArticle): void {
    while (this.#ids.length < slot) this.#ids.push('');
    this.#ids[slot] = id;
    this.#hours = grow(this.#hours, slot);
    this.#times = grow(this.#times, slot);
    this.#hours[slot] = hour;
    this.#times[slot] = at;
  }

  delete(slot: number): void {
    this.#ids[slot] = '';
  }

  hourOf(slot: number): number {
    return this.#hours[slot]!;
  }

  /** Milliseconds since the epoch; 0 if it is unknown. */
  timeOf(slot: number): number {
    return this.#times[slot]!;
  }

  compare(a: number, b: number): number {
    const hour = this.#hours[a]!;
    const difference = hour - this.#hours[b]!;
    if (difference !== 0) return difference;
    const later = hour === OWN_HOUR ? this.#times[a]! - this.#times[b]! : 0;
    if (later !== 0) return later;
    const [one, other] = [this.#ids[a]!, this.#ids[b]!];
    return one < other ? -1 : Number(one > other);
  }
}
