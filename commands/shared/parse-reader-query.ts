import { UserError } from '../../src/errors.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import type { Query } from '../../src/index/query/query.ts';
import { countryName } from '../../src/text/places/country-names.ts';
import { similarCountry } from '../../src/text/places/parse-country.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { isBlankQuery } from './is-blank-query.ts';

/** Parses what a reader looks for. Throws a UserError where that asks for nothing. */
export function parseReaderQuery(typed: string, now: Date): Query {
  const query = parseQuery(typed, now);
  if (!isBlankQuery(query)) return query;
  const message = 'I find no word in that. Type words, or a "phrase" in quotation marks.';
  throw new UserError('bad-option', [message, ...suggestCountries(query)].join(' '));
}

/** What of a query was not understood, as a note for the reader; empty where all was. */
export function describeIgnored(query: Query): string[] {
  if (query.ignored.length === 0) return [];
  const said = `Not understood: ${renderLine(query.ignored.join(' '), 200)}`;
  return [[said, ...suggestCountries(query)].join('. ')];
}

/** What may be meant by countries that are none: "country:Frence". */
function suggestCountries({ ignored }: Query): string[] {
  return ignored.flatMap((part) => {
    const typed = /^-?country:"?([^"]+)/iu.exec(part)?.[1];
    const country = typed === undefined ? undefined : similarCountry(typed);
    return country === undefined ? [] : [`Do you mean country:"${countryName(country)}"?`];
  });
}
