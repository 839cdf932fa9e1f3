import { parseLanguage } from '../../text/language-names.ts';
import { parseCountry } from '../../text/places/parse-country.ts';
import { replaceParts } from './split-query.ts';

/**
 * Replaces the names of languages and countries in a query text by their codes, so that it means the
 * same whoever it is read for. What is stored, such as a subscription's topic, has to be like this.
 *
 * @example toNeutralQuery('Flut country:Spanien', 'de') // 'Flut country:ES'
 */
export function toNeutralQuery(text: string, locale: string): string {
  return replaceParts(text, locale, ({ isUnwanted, field, value }) => {
    if (value === undefined || (field !== 'lang' && field !== 'country')) return undefined;
    const code = field === 'lang' ? parseLanguage(value, locale) : parseCountry(value, locale);
    return code === undefined ? undefined : `${isUnwanted ? '-' : ''}${field}:${code}`;
  });
}
