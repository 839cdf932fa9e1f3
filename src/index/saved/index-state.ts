import type { Steps } from '../../slices.ts';
import { DateOrder, type SavedOrder } from '../date-order.ts';
import { EntryTable, type SavedEntries } from '../entry-table.ts';
import { countArticle, type IndexParts } from '../index-parts.ts';
import { OwnCounts } from '../own-counts.ts';
import { Tally } from '../tally.ts';
import { TextIndex } from '../terms/text-index.ts';
import { UrlSlots, type SavedUrlSlots } from '../url-slots.ts';

/** What is saved of an index. The rest follows from it. */
export interface IndexState {
  readonly texts: ReturnType<TextIndex['save']>;
  readonly entries: SavedEntries;
  readonly foldedTitles: string[];
  readonly slotsByUrl: SavedUrlSlots;
  readonly byDate: SavedOrder;
}

/** Articles between two pauses. */
const ARTICLES_A_PAUSE = 500;

/** What a file needs for `restoreParts`: the arrays of the parts themselves, valid until an article changes. Pauses. */
export function* describeParts(parts: IndexParts): Steps<IndexState> {
  const texts = parts.texts.save();
  yield;
  const slotsByUrl = parts.slotsByUrl.save();
  yield;
  const { foldedTitles } = parts;
  return {
    texts,
    slotsByUrl,
    entries: parts.entries.save(),
    foldedTitles,
    byDate: parts.byDate.save(),
  };
}

/** The parts that were described. They take over the arrays. Pauses often. */
export function* restoreParts(state: IndexState): Steps<IndexParts> {
  const texts = TextIndex.restore(state.texts);
  yield;
  const entries = EntryTable.restore(state.entries);
  const slotsByUrl = new UrlSlots((slot) => entries.url(slot));
  yield* slotsByUrl.restore(state.slotsByUrl);
  const slotsById = new Map<string, number>();
  const counts = { languages: new Tally(), countries: new Tally(), own: new OwnCounts() };
  for (const slot of texts.slots()) {
    slotsById.set(entries.id(slot), slot);
    countArticle({ texts, entries, ...counts }, slot, 1);
    if (slot % ARTICLES_A_PAUSE === 0) yield;
  }
  return {
    texts,
    entries,
    foldedTitles: state.foldedTitles,
    slotsById,
    slotsByUrl,
    byDate: DateOrder.restore(entries, state.byDate),
    ...counts,
  };
}
