import { foldName, placeTable, type PlaceName } from '../../../text/places/place-table.ts';
import type { Token } from '../../../text/tokens.ts';

const NAMES_IT: ReadonlySet<PlaceName['kind']> = new Set(['country', 'people']);

/** Finds the tokens that name a country or its people, by position: "Mexican", both words of "South Africa". */
export function findCountries(tokens: readonly Token[], lang: string): Map<number, string> {
  const table = placeTable(lang);
  const found = new Map<number, string>();
  for (let at = 0; at < tokens.length; at++) {
    const folded = tokens.slice(at, at + 5).map(({ text }) => foldName(text, lang));
    // "us" and "it" are no countries.
    const isShort = folded[0]!.length <= 3 && tokens[at]!.text !== tokens[at]!.text.toUpperCase();
    const name = table
      .get(folded[0]!)
      ?.find(({ rest }) => rest.every((word, i) => folded[i + 1] === word));
    if (isShort || !name) continue;
    const last = at + name.rest.length;
    // "Air France" is no country, nor is "Tour de France".
    const isPart = isCapital(tokens[at - 1]) || isCapital(tokens[last + 1]);
    for (; at <= last; at++) {
      if (NAMES_IT.has(name.kind) && !(isPart && name.kind === 'country')) {
        found.set(at, name.country);
      }
    }
    at = last;
  }
  return found;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

const wordsByLanguage = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** The single words of a language that name a country or its people, folded: "mexico", "mexican", "mexicans". */
export function wordsOfCountry(country: string, lang: string): readonly string[] {
  let words = wordsByLanguage.get(lang);
  if (!words) wordsByLanguage.set(lang, (words = listWords(lang)));
  return words.get(country) ?? [];
}

function listWords(lang: string): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const [first, names] of placeTable(lang)) {
    for (const { rest, kind, country } of names) {
      if (rest.length > 0 || !NAMES_IT.has(kind)) continue;
      const known = words.get(country);
      if (known) known.push(first);
      else words.set(country, [first]);
    }
  }
  return words;
}
