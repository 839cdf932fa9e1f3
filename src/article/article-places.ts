import { findDateline } from '../text/dateline.ts';
import { findPlaces } from '../text/places/find-places.ts';
import type { PlaceMention } from '../text/places/place-mention.ts';
import { primaryLanguage } from '../text/language-tags.ts';
import type { Place } from '../text/places/place.ts';
import { datelineTable } from '../text/places/place-table.ts';
import type { Article } from './article.ts';

/** How far a report is read for where it happens, and how many countries it may have. */
const PLACES = {
  /** Its lead is read up to here, in UTF-16 units; later sentences name whoever else has a part in it. */
  leadChars: 320,
  /** A first paragraph shorter than this is no lead: the next one belongs to it. */
  leastLeadChars: 100,
  /** More are a list of countries and no place. */
  most: 4,
} as const;

/**
 * The countries in which a report happens or which take part in it, the surest first. The headline comes
 * first, then the lead. A dateline says where a report was written: its country counts, as the surest, unless
 * the headline names others and neither it nor the lead name this one.
 */
export function findArticlePlaces(
  article: Pick<Article, 'title' | 'text' | 'place' | 'lang'>,
): Place[] {
  const lang = primaryLanguage(article.lang);
  const dateline = findDateline(article.text);
  const printed = article.place ?? dateline?.place;
  const lead = openingOf(article.text, dateline?.length ?? 0);
  const written =
    printed === undefined ? [] : findPlaces(printed, 'en', { table: datelineTable() });
  const headline = findPlaces(article.title, lang, { isTitle: true });
  const named = [...headline, ...findPlaces(lead, lang)];
  const sure = countriesOf(named, 'sure');
  const trusted = sure.size > 0 ? sure : countriesOf(named, 'weak');
  const counted = named.filter(({ country }) => trusted.has(country));
  const isElsewhere = countriesOf(headline, 'sure').size > 0;
  const at = written.filter(({ country }) => !isElsewhere || sure.has(country));
  return collect([...at, ...counted]);
}

function countriesOf(mentions: readonly PlaceMention[], trust: PlaceMention['trust']): Set<string> {
  return new Set(mentions.filter((each) => each.trust === trust).map(({ country }) => country));
}

function collect(mentions: readonly PlaceMention[]): Place[] {
  const capitals = new Set(
    mentions.filter(({ isCapital }) => isCapital).map(({ country }) => country),
  );
  return [...new Set(mentions.map(({ country }) => country))]
    .slice(0, PLACES.most)
    .map((country) => ({ country, ...(capitals.has(country) && { capital: true as const }) }));
}

function openingOf(text: string, from: number): string {
  const paragraph = text.indexOf('\n\n', from + PLACES.leastLeadChars);
  const end = Math.min(paragraph < 0 ? text.length : paragraph, from + PLACES.leadChars);
  return text.slice(from, end);
}
