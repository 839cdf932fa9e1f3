import type { Article } from '../article/article.ts';
import { findArticlePlaces } from '../article/article-places.ts';
import { primaryLanguage } from '../text/language-tags.ts';
import { articleTimes } from '../article/article-time.ts';
import { DateOrder } from './date-order.ts';
import { EntryTable } from './entry-table.ts';
import { OwnCounts } from './own-counts.ts';
import { Tally } from './tally.ts';
import { TextIndex } from './terms/text-index.ts';
import { foldTitle } from './title-match.ts';
import { UrlSlots } from './url-slots.ts';

/** What an index of articles consists of. An article has the same slot in all parts. */
export interface IndexParts {
  readonly texts: TextIndex;
  readonly entries: EntryTable;
  /** By slot. */
  readonly foldedTitles: string[];
  readonly slotsById: Map<string, number>;
  readonly slotsByUrl: UrlSlots;
  readonly byDate: DateOrder;
  readonly languages: Tally;
  readonly countries: Tally;
  readonly own: OwnCounts;
}

/** The parts of an empty index. */
export function createParts(): IndexParts {
  const entries = new EntryTable();
  return {
    texts: new TextIndex(),
    entries,
    foldedTitles: [],
    slotsById: new Map(),
    slotsByUrl: new UrlSlots((slot) => entries.url(slot)),
    byDate: new DateOrder(entries),
    languages: new Tally(),
    countries: new Tally(),
    own: new OwnCounts(),
  };
}

/** Adds an article whose id no other one has. */
export function addArticle(
  { texts, entries, ...parts }: IndexParts,
  article: Article & { readonly firstSeenAt?: string },
): void {
  const lang = primaryLanguage(article.lang);
  const slot = texts.add(article.title, article.text, lang);
  const places = findArticlePlaces(article);
  const length = texts.length(slot);
  entries.set(slot, article, { lang, ...articleTimes(article), length, places });
  parts.foldedTitles[slot] = foldTitle(article.title);
  parts.slotsById.set(article.id, slot);
  parts.slotsByUrl.add(slot);
  parts.byDate.add(slot);
  countArticle({ texts, entries, ...parts }, slot, 1);
}

/** Removes the article of a slot. */
export function removeArticle({ texts, entries, ...parts }: IndexParts, slot: number): void {
  parts.byDate.remove(slot);
  countArticle({ texts, entries, ...parts }, slot, -1);
  parts.slotsByUrl.remove(slot);
  parts.slotsById.delete(entries.id(slot));
  parts.foldedTitles[slot] = '';
  entries.delete(slot);
  texts.remove(slot);
}

/** Counts the article of a slot once more or less, while its text is indexed. */
export function countArticle(
  {
    texts,
    entries,
    languages,
    countries,
    own,
  }: Pick<IndexParts, 'texts' | 'entries' | 'languages' | 'countries' | 'own'>,
  slot: number,
  by: 1 | -1,
): void {
  const onlyFor = entries.onlyFor(slot);
  if (onlyFor !== undefined) own.count(texts, slot, by);
  languages.add(entries.lang(slot), by, onlyFor);
  for (const { country } of entries.places(slot)) countries.add(country, by, onlyFor);
}
