import { findDateline } from '../text/dateline/dateline.ts';
import { findPlaces } from '../text/places/find-places.ts';
import type { PlaceMention } from '../text/places/place-mention.ts';
import { primaryLanguage } from '../text/language-tags.ts';
import type { Place } from '../text/places/place.ts';
import { datelineTable } from '../text/places/place-table.ts';
import type { Article } from './article.ts';

/** How much of a report is searched for its places, and how many countries it may have. */
const PLACES = {
  /**
   * The part of the lead that is read, in UTF-16 units. Later sentences name others who are
   * involved.
   */
  leadChars: 320,
  /** A shorter first paragraph isn't a lead yet; the next one belongs to it. */
  minLeadChars: 100,
  /** A report with more countries lists countries rather than happening in them. */
  max: 4,
} as const;

/**
 * Finds the countries in which a report happens or that take part in it, the most certain first.
 * The headline comes first, then the lead. A dateline says where a report was written: its country
 * counts as the most certain, unless the headline names other countries and neither it nor the lead
 * names this one.
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
    .slice(0, PLACES.max)
    .map((country) => ({ country, ...(capitals.has(country) && { capital: true as const }) }));
}

function openingOf(text: string, from: number): string {
  const paragraph = text.indexOf('\n\n', from + PLACES.minLeadChars);
  const end = Math.min(paragraph < 0 ? text.length : paragraph, from + PLACES.leadChars);
  return text.slice(from, end);
}
