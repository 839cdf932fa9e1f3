import { UserError } from '../../src/errors.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { countryName } from '../../src/text/places/country-names.ts';
import { parseCountry, similarCountry } from '../../src/text/places/parse-country.ts';
import type { Query } from '../../src/index/query/query.ts';
import type { CommandContext } from '../../src/command/command.ts';
import type { Services } from '../../src/command/services.ts';

const TYPED_SIZE = 60;

/** The country that a reader typed or chose, by its code. Throws a UserError for what is none, with a suggestion. */
export function readCountry(typed: string, locale: string): string {
  const country = parseCountry(typed, locale);
  if (country !== undefined) return country;
  const similar = similarCountry(typed, locale);
  const advice =
    similar === undefined
      ? 'Choose one of the suggestions, or write FR.'
      : `Do you mean ${countryName(similar)}?`;
  const message = `I do not know the country "${renderLine(typed, TYPED_SIZE)}". ${advice}`;
  throw new UserError('bad-option', message);
}

/** The same, of those that articles are about. Throws a UserError for one that no article is about. */
export function checkCountry(typed: string, { services, locale }: CommandContext): string {
  const country = readCountry(typed, locale);
  if (isKnown(country, services)) return country;
  throw new UserError('not-found', `${sayMissing([country])} Choose one of the suggestions.`);
}

/** Says which countries a query asks for in vain, where no article is about any of them. */
export function describeMissing(
  { countries }: Pick<Query, 'countries'>,
  services: Pick<Services, 'index'>,
): string | undefined {
  if (countries.length === 0 || countries.some((country) => isKnown(country, services)))
    return undefined;
  return sayMissing([...new Set(countries)]);
}

function isKnown(country: string, { index }: Pick<Services, 'index'>): boolean {
  return index.countries().some((known) => known.country === country);
}

function sayMissing(countries: readonly string[]): string {
  return `I have no articles about ${countries.map((country) => countryName(country)).join(' or ')}.`;
}
