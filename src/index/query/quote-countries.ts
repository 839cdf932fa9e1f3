import { parseCountry } from '../../text/places/parse-country.ts';

/** No country's name has more words, in any of Discord's languages. */
const MOST_WORDS = 8;

/**
 * Puts quotes around country names of several words that were typed without: `country:South Korea floods` means
 * floods in South Korea. The longest name counts, so that Guinea-Bissau is not read as Guinea.
 */
export function quoteCountries(text: string, locale: string): string {
  const [head = '', ...rest] = text.split(/(?<=country:)(?=[^\s"“”„«»])/iu);
  return head + rest.map((part) => quoteFirst(part, locale)).join('');
}

function quoteFirst(text: string, locale: string): string {
  const ends = [...text.matchAll(/\S+/gu)]
    .slice(1, MOST_WORDS)
    .map((word) => word.index + word[0].length);
  const end = ends.findLast((at) => parseCountry(text.slice(0, at), locale) !== undefined);
  return end === undefined ? text : `"${text.slice(0, end)}"${text.slice(end)}`;
}
