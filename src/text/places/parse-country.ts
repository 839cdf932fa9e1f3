import { distance } from 'fastest-levenshtein';
import { countryNames } from './country-names.ts';
import { COUNTRY_CODES, nameInEnglish } from './gazetteer.ts';
import { OTHER_NAMES } from './place-words.ts';
import { stripAccents } from '../tokens.ts';

/** A suggestion's name may differ from what was typed by this share of its letters. */
const MAX_DIFFERENCE = 0.4;
/**
 * Lengths for which a country is suggested. With fewer letters nobody can tell what is meant; no
 * name is longer, and comparing takes time in proportion to the length.
 */
const SUGGESTED_CHARS = { min: 3, max: 60 } as const;

/**
 * Parses a code ("FR"), or a name in English ("UK" and "Ivory Coast" included) or in the reader's
 * language. Undefined if it isn't a country.
 *
 * @example parseCountry('Südkorea', 'de') // 'KR'
 */
export function parseCountry(typed: string, locale = 'en'): string | undefined {
  const wanted = fold(typed);
  const code = wanted.toUpperCase();
  if (COUNTRY_CODES.includes(code)) return code;
  return COUNTRY_CODES.find((country) => namesOfCountry(country, locale).includes(wanted));
}

/** Returns a test of whether one of a country's names begins with what was typed. */
export function matchCountries(typed: string, locale = 'en'): (country: string) => boolean {
  const wanted = fold(typed);
  return (country) => namesOfCountry(country, locale).some((name) => name.startsWith(wanted));
}

/**
 * All names of a country, folded for comparison: in English, in the reader's language, and its
 * code.
 */
function namesOfCountry(country: string, locale: string): string[] {
  const others = OTHER_NAMES[country]?.split(',') ?? [];
  const names = [...countryNames(country, 'en'), nameInEnglish(country), ...others];
  return [country, ...names, ...(locale === 'en' ? [] : countryNames(country, locale))].map(fold);
}

/** Finds the country whose name is most similar to what was typed, if one is similar enough. */
export function similarCountry(typed: string, locale = 'en'): string | undefined {
  const wanted = fold(typed);
  if (wanted.length < SUGGESTED_CHARS.min || wanted.length > SUGGESTED_CHARS.max) return undefined;
  let best: { readonly country: string; readonly edits: number } | undefined;
  for (const country of COUNTRY_CODES) {
    for (const name of namesOfCountry(country, locale)) {
      if (name.length < 4) continue;
      const edits = name.startsWith(wanted) ? 0.5 : distance(wanted, name);
      if (edits > name.length * MAX_DIFFERENCE) continue;
      if (!best || edits < best.edits) best = { country, edits };
    }
  }
  return best?.country;
}

/** Folds a country's name for comparison: "The South-Korea" → "south korea", "U.S." → "us". */
function fold(name: string): string {
  return stripAccents(name)
    .replaceAll('.', '')
    .replaceAll('’', "'")
    .replaceAll('&', 'and')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/^st /, 'saint ');
}
