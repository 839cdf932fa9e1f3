import { UserError } from '../errors.ts';
import { renderLine } from '../render/render-text.ts';
import { countryName } from '../text/country-names.ts';
import { parseCountry, similarCountry } from '../text/parse-country.ts';
import type { CommandContext } from './command.ts';

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
  if (services.index.countries().some((known) => known.country === country)) return country;
  throw new UserError(
    'not-found',
    `I have no articles about ${countryName(country)}. Choose one of the suggestions.`,
  );
}
