import type { Steps } from '../../slices.ts';
import { DateOrder } from '../date-order.ts';
import { EntryTable } from '../entry-table.ts';
import { countArticle, type IndexParts } from '../index-parts.ts';
import { Tally } from '../tally.ts';
import { TextIndex } from '../terms/text-index.ts';
import { UrlSlots } from '../url-slots.ts';

/** What is saved of an index. The rest follows from it. */
export type IndexState = ReturnType<typeof describeParts>;

/** Articles between two pauses. */
const ARTICLES_A_PAUSE = 500;

/** What a file needs for `restoreParts`: the arrays of the parts themselves, valid until an article changes. */
export function describeParts({
  texts,
  entries,
  foldedTitles,
  slotsByUrl,
  byDate,
}: Omit<IndexParts, 'slotsById' | 'languages' | 'countries'>) {
  return {
    texts: texts.save(),
    entries: entries.save(),
    foldedTitles,
    slotsByUrl: slotsByUrl.save(),
    byDate: byDate.save(),
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
  const tallies = { languages: new Tally(), countries: new Tally() };
  for (const slot of texts.slots()) {
    slotsById.set(entries.id(slot), slot);
    countArticle(entries, tallies, slot, 1);
    if (slot % ARTICLES_A_PAUSE === 0) yield;
  }
  return {
    texts,
    entries,
    foldedTitles: state.foldedTitles,
    slotsById,
    slotsByUrl,
    byDate: DateOrder.restore(entries, state.byDate),
    ...tallies,
  };
}
