import { parseCountry } from '../../text/places/parse-country.ts';

/** "Saint Vincent and the Grenadines" has five words. */
const MOST_WORDS = 5;

/**
 * Puts quotes around a country of several words that was typed without: `country:South Korea floods` asks
 * for floods in South Korea. The longest name counts, so that Guinea-Bissau is not Guinea.
 */
export function quoteCountries(text: string): string {
  const [head = '', ...rest] = text.split(/(?<=country:)(?=[^\s"“”„«»])/iu);
  return head + rest.map(quoteFirst).join('');
}

function quoteFirst(text: string): string {
  const ends = [...text.matchAll(/\S+/gu)]
    .slice(1, MOST_WORDS)
    .map((word) => word.index + word[0].length);
  const end = ends.findLast((at) => parseCountry(text.slice(0, at)) !== undefined);
  return end === undefined ? text : `"${text.slice(0, end)}"${text.slice(end)}`;
}
