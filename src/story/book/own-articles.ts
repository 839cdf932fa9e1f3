/** An article that only one server may see. */
interface OwnArticle {
  readonly id: string;
  readonly at: number;
}

/** The articles of a book that only one server may see, by slot. */
export class OwnArticles {
  readonly #byServer = new Map<string, Map<number, OwnArticle>>();
  readonly #changed = new Set<string>();

  add(guildId: string, slot: number, article: OwnArticle): void {
    const own = this.#byServer.get(guildId) ?? new Map<number, OwnArticle>();
    this.#byServer.set(guildId, own.set(slot, article));
    this.#changed.add(guildId);
  }

  /** Removes the article of a slot; false if it is no server's own. */
  remove(slot: number): boolean {
    for (const [guildId, own] of this.#byServer) {
      if (!own.delete(slot)) continue;
      if (own.size === 0) this.#byServer.delete(guildId);
      this.#changed.add(guildId);
      return true;
    }
    return false;
  }

  /** The slots of a server's own articles, by publication. */
  slotsOf(guildId: string): number[] {
    return [...(this.#byServer.get(guildId) ?? [])]
      .toSorted(([, a], [, b]) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(([slot]) => slot);
  }

  has(guildId: string): boolean {
    return this.#byServer.has(guildId);
  }

  /** The servers whose own articles are others than at the last call. */
  takeChanged(): Set<string> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    return changed;
  }
}
