import type { FeedEntry } from '../feed.ts';
import type { KnownEntry, SeenEntry } from './known-entry.ts';
import type { PresentEntries } from './present-entries.ts';
import { isMoved, isReused } from './same-entry.ts';

/** How long, and how many, entries are remembered after they left their feed. */
export const KNOWN_LIMITS = {
  /** Feeds drop entries after some days, and occasionally restore one. */
  maxAgeMs: 30 * 86_400_000,
  maxEntries: 1000,
} as const;

/** The entries known so far, by what identifies them. */
export class EntryMemory {
  readonly #entries = new Set<KnownEntry>();
  readonly #byId = new Map<string, KnownEntry>();
  readonly #byPage = new Map<string, KnownEntry[]>();
  readonly #byTitle = new Map<string, KnownEntry>();
  readonly #byDay = new Map<string, KnownEntry[]>();
  /** How many entries have each text. */
  readonly #bodies = new Map<string, number>();
  readonly #articleIds = new Set<string>();

  constructor(known: readonly KnownEntry[]) {
    for (const each of known) this.add(each);
  }

  has(articleId: string): boolean {
    return this.#articleIds.has(articleId);
  }

  find(entry: FeedEntry, seen: SeenEntry, present: PresentEntries): KnownEntry | undefined {
    const { entryId, page, titleKey, day, digest } = seen;
    const byId = entryId === undefined ? undefined : this.#byId.get(entryId);
    if (byId && !isReused(byId, seen)) return byId;
    if (page === undefined) {
      return entryId === undefined ? this.#byTitle.get(titleAndDay(titleKey, day)) : undefined;
    }
    const onPage = this.#byPage.get(page) ?? [];
    const isAnother = (each: KnownEntry): boolean =>
      entryId !== undefined &&
      each.entryId !== undefined &&
      present.hasId(each.entryId) &&
      each.digest !== digest;
    const namesake = onPage.find((each) => each.titleKey === titleKey && !isAnother(each));
    if (namesake || present.isShared(entry)) return namesake;
    // Another headline on the same page is a changed one, unless the entry that had it is still in
    // the feed.
    const [only, ...others] = onPage;
    const isReplaced = only?.entryId === undefined || !present.hasId(only.entryId);
    return only && others.length === 0 && isReplaced ? only : undefined;
  }

  /** Finds the entry that this one was until it got another link and another id; it is no longer in the feed. */
  findMoved(seen: SeenEntry, present: PresentEntries): KnownEntry | undefined {
    const { page, day, body } = seen;
    if (page === undefined) return undefined;
    // A text that several entries have says nothing of one.
    const isOwn = body === undefined || (this.#bodies.get(body) ?? 0) <= 1;
    return (this.#byDay.get(day ?? '') ?? []).find(
      (each) =>
        this.#entries.has(each) &&
        each.seenAt !== seen.seenAt &&
        (each.entryId === undefined || !present.hasId(each.entryId)) &&
        (each.page === undefined || !present.hasPage(each.page)) &&
        isMoved(isOwn ? each : withoutBody(each), seen),
    );
  }

  add(entry: KnownEntry): void {
    this.#entries.add(entry);
    this.#articleIds.add(entry.articleId);
    // The newest of those that have shared an id has it.
    const other = entry.entryId === undefined ? undefined : this.#byId.get(entry.entryId);
    if (entry.entryId !== undefined && (other === undefined || other.seenAt <= entry.seenAt)) {
      this.#byId.set(entry.entryId, entry);
    }
    this.#byTitle.set(titleAndDay(entry.titleKey, entry.day), entry);
    if (entry.body !== undefined) {
      this.#bodies.set(entry.body, (this.#bodies.get(entry.body) ?? 0) + 1);
    }
    const sameDay = this.#byDay.get(entry.day ?? '');
    if (sameDay) sameDay.push(entry);
    else this.#byDay.set(entry.day ?? '', [entry]);
    if (entry.page === undefined) return;
    this.#byPage.set(entry.page, [...(this.#byPage.get(entry.page) ?? []), entry]);
  }

  replace(old: KnownEntry, entry: KnownEntry): void {
    this.#entries.delete(old);
    if (old.body !== undefined) {
      this.#bodies.set(old.body, (this.#bodies.get(old.body) ?? 1) - 1);
    }
    if (old.page !== undefined) {
      const others = this.#byPage.get(old.page) ?? [];
      this.#byPage.set(
        old.page,
        others.filter((each) => each !== old),
      );
    }
    this.add(entry);
  }

  /** Returns the entries worth remembering, those seen last first. */
  keep(now: Date): readonly KnownEntry[] {
    const oldest = new Date(now.getTime() - KNOWN_LIMITS.maxAgeMs).toISOString();
    const present = now.toISOString();
    const all = [...this.#entries];
    const left = all
      .filter(({ seenAt }) => seenAt >= oldest && seenAt !== present)
      .toSorted((a, b) => (a.seenAt === b.seenAt ? 0 : a.seenAt < b.seenAt ? 1 : -1))
      .slice(0, KNOWN_LIMITS.maxEntries);
    // Entries in the feed are all kept: a forgotten one would be new the next time.
    return [...all.filter(({ seenAt }) => seenAt === present), ...left];
  }
}

function withoutBody({ body: _body, ...rest }: KnownEntry): KnownEntry {
  return rest;
}

function titleAndDay(titleKey: string, day: string | undefined): string {
  return `${day ?? ''}\n${titleKey}`;
}
