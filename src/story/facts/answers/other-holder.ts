import { splitTokens } from '../../../text/tokens.ts';
import type { TextSpan } from './answer-mark.ts';
import { findCountries } from './asked-countries.ts';
import type { Question } from './question.ts';

/** "Chief executive *of CrowdStrike*", "king *of the Belgians*". */
const OF_NAME = /^ (?:of|for|at)(?: the)? (\p{Lu}[\p{L}\p{M}]{1,30})/u;

/**
 * Whether an office is another one than a question asks for: the "chief executive of CrowdStrike" if it asks for that
 * of Microsoft, the "Ukrainian President" if it asks for that of France. `office`: where a sentence names it.
 */
export function isOfAnother(
  text: string,
  office: TextSpan,
  { words }: Question,
  lang: string,
): boolean {
  const names = words.filter(({ role }) => role === 'name');
  if (names.length === 0) return false;
  const countries = names.flatMap(({ country }) => country ?? []);
  const isAsked = (word: string): boolean =>
    names.some((name) => name.text.toLowerCase() === word.toLowerCase());
  const countryOf = (word: string): string | undefined =>
    findCountries(splitTokens(word), lang).get(0);
  const isOther = (word: string): boolean => {
    const country = countryOf(word);
    return country === undefined ? !isAsked(word) : !countries.includes(country);
  };
  const after = OF_NAME.exec(text.slice(office.end, office.end + 50))?.[1];
  if (after !== undefined) return isOther(after);
  const before = splitTokens(text.slice(Math.max(0, office.start - 30), office.start)).at(-1)?.text;
  const country = before === undefined ? undefined : countryOf(before);
  return country !== undefined && countries.length > 0 && !countries.includes(country);
}
