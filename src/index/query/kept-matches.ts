import { LRUCache } from 'lru-cache';
import type { Matches, Relax } from './match-query.ts';

/** How many matching texts are kept in all; each takes 12 bytes. */
const MOST_SLOTS = 400_000;

/** Finds the texts that match a query; see `matchQuery`. */
type Match<Query> = (query: Query, relax: Relax) => Matches;

/**
 * Keeps what queries matched, by their content, until an article changes: one answer asks for its matches several
 * times, and many people may ask the same.
 */
export class KeptMatches<Query> {
  readonly #match: Match<Query>;
  readonly #kept = new LRUCache<string, Matches>({
    maxSize: MOST_SLOTS,
    sizeCalculation: ({ slots }) => (slots?.length ?? 0) + 1,
  });
  #version = 0;

  constructor(match: Match<Query>) {
    this.#match = match;
  }

  /** The texts that match a query in this version of the articles. Callers share them and must not change them. */
  find(query: Query, relax: Relax, version: number): Matches {
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    const content = JSON.stringify(query);
    const known = this.#kept.get(`${relax} ${content}`);
    if (known) return known;
    const other = relax === 'always' ? undefined : this.#kept.get(`${!relax} ${content}`);
    // Both find the same unless no text has all the words.
    const isSame = relax ? other?.slots?.length !== 0 : other?.relaxed === false;
    if (other && isSame) return other;
    const found = this.#match(query, relax);
    this.#kept.set(`${relax} ${content}`, found);
    return found;
  }
}
