import { parseCountry } from '../../text/places/parse-country.ts';
import { parseLanguage } from '../../text/language-names.ts';
import { parseSince } from './parse-since.ts';
import type { Query } from './query.ts';
import { quoteCountries } from './quote-countries.ts';

/** A part of a query: an optional minus, an optional `field:`, and a "quoted" or a bare value. */
const PART =
  /((?<!\S)-)?(?:(source|since|lang|country):)?(?:["“”„«]([^"“”«»]*)["“”»]?|([^\s"“”„«»]+))/giu;

/**
 * Reads the search language: words, "phrases", -without, source:NAME, source:"Two Words",
 * since:2024-06-14, since:7d, since:yesterday, lang:fr, lang:French, country:FR, country:South Korea. Never throws;
 * what it cannot read is in `ignored`.
 */
export function parseQuery(text: string, now: Date): Query {
  const words: string[] = [];
  const phrases: string[] = [];
  const sources: string[] = [];
  const langs: string[] = [];
  const countries: string[] = [];
  const without: Record<'words' | 'phrases' | 'sources' | 'langs' | 'countries', string[]> = {
    words: [],
    phrases: [],
    sources: [],
    langs: [],
    countries: [],
  };
  const ignored: string[] = [];
  let since: Date | undefined;
  for (const match of quoteCountries(text.normalize('NFC')).matchAll(PART)) {
    const [whole, minus, field, quoted, bare] = match;
    const value = (quoted ?? bare ?? '').trim();
    if (!/[\p{L}\p{N}]/u.test(value) || /^(?:source|since|lang|country):$/i.test(value)) {
      if (whole.trim() !== '') ignored.push(whole.trim());
      continue;
    }
    const target = minus === '-' ? without : { words, phrases, sources, langs, countries };
    if (field?.toLowerCase() === 'since') {
      const parsed = minus === '-' ? undefined : parseSince(value, now);
      if (parsed) since = parsed;
      else ignored.push(whole.trim());
    } else if (field?.toLowerCase() === 'lang') {
      const lang = parseLanguage(value);
      if (lang === undefined) ignored.push(whole.trim());
      else target.langs.push(lang);
    } else if (field?.toLowerCase() === 'country') {
      const country = parseCountry(value);
      if (country === undefined) ignored.push(whole.trim());
      else target.countries.push(country);
    } else if (field?.toLowerCase() === 'source') target.sources.push(value);
    else if (quoted === undefined) target.words.push(value);
    else target.phrases.push(value);
  }
  return { words, phrases, sources, langs, countries, without, ...(since && { since }), ignored };
}
