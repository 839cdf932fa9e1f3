/** The hours of a fold's articles, and how far the fold has come. */
export class FoldHours {
  /** By hour: the slots of its articles by id. */
  readonly #hours = new Map<number, Map<string, number>>();
  readonly #hourOf = new Map<number, number>();
  /** The hours that are done, ascending. */
  #done: number[] = [];
  /** The hours that are not done, descending once they are sorted. */
  #due: number[] = [];
  #isDueSorted = true;

  /** The share of the hours that are done: 0 to 1. */
  get share(): number {
    return this.#hours.size === 0 ? 1 : this.#done.length / this.#hours.size;
  }

  get areAllDone(): boolean {
    return this.#due.length === 0;
  }

  /** The slots of all articles. */
  slots(): Iterable<number> {
    return this.#hourOf.keys();
  }

  hourOf(slot: number): number | undefined {
    return this.#hourOf.get(slot);
  }

  /** Adds an article. Its hour must not be done. */
  add(slot: number, id: string, hour: number): void {
    let articles = this.#hours.get(hour);
    if (!articles) {
      this.#hours.set(hour, (articles = new Map()));
      this.#due.push(hour);
      this.#isDueSorted = false;
    }
    articles.set(id, slot);
    this.#hourOf.set(slot, hour);
  }

  /** Removes an article; its hour stays, even if it is empty. */
  remove(slot: number, id: string): void {
    this.#hours.get(this.#hourOf.get(slot)!)!.delete(id);
    this.#hourOf.delete(slot);
  }

  /** The hours without articles. */
  empty(): number[] {
    return [...this.#hours].flatMap(([hour, articles]) => (articles.size === 0 ? [hour] : []));
  }

  drop(hour: number): void {
    this.#hours.delete(hour);
    this.#due = this.#due.filter((each) => each !== hour);
    this.#done = this.#done.filter((each) => each !== hour);
  }

  isDone(hour: number): boolean {
    return this.#done.includes(hour);
  }

  /** The slots of an hour's articles, by id. */
  slotsOf(hour: number): number[] {
    return [...this.#hours.get(hour)!]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, slot]) => slot);
  }

  /** The first hour that is not done. */
  next(): number {
    if (!this.#isDueSorted) this.#due.sort((a, b) => b - a);
    this.#isDueSorted = true;
    return this.#due.at(-1)!;
  }

  /** Whether an hour is still the first that is not done, as `next` returned it. */
  isNext(hour: number): boolean {
    return this.#isDueSorted && this.#due.at(-1) === hour;
  }

  /** Marks the hour that `next` returned as done. */
  finishNext(): void {
    this.#done.push(this.#due.pop()!);
  }

  /** Makes the last done hour due again and returns it, if it is not before `hour`. */
  undoLast(hour: number): number | undefined {
    const last = this.#done.at(-1);
    if (last === undefined || last < hour) return undefined;
    this.#done.pop();
    this.#due.push(last);
    this.#isDueSorted = false;
    return last;
  }
}
