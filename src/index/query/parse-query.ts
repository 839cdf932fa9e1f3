import { isEveryLanguage, parseLanguage } from '../../text/language-names.ts';
import { parseCountry } from '../../text/places/parse-country.ts';
import type { Narrowing, ParsedNarrowing } from '../narrowing/narrowing.ts';
import { formatSince, parseSince } from './parse-since.ts';
import { splitQuery } from './split-query.ts';

type Lists = { -readonly [name in keyof Narrowing['without']]: string[] };

/**
 * Reads the search language: words, "phrases", -without, source:NAME, source:"Two Words",
 * since:2024-06-14, since:7d, since:yesterday, lang:fr, lang:French, lang:all, country:FR, country:South Korea.
 * Languages and countries are read in English and in the reader's language. Never throws.
 */
export function parseQuery(text: string, now: Date, locale = 'en'): ParsedNarrowing {
  const [wanted, without] = [createLists(), createLists()];
  const ignored: string[] = [];
  let since: Date | undefined;
  let everyLanguage = false;
  for (const { typed, isUnwanted, field, isQuoted, value } of splitQuery(text, locale)) {
    const target = isUnwanted ? without : wanted;
    const add = (list: string[], entry: string | undefined): void => {
      if (entry === undefined) ignored.push(typed);
      else list.push(entry);
    };
    if (value === undefined) ignored.push(typed);
    else if (field === 'lang' && !isUnwanted && isEveryLanguage(value)) everyLanguage = true;
    else if (field === 'lang') add(target.languages, parseLanguage(value, locale));
    else if (field === 'country') add(target.countries, parseCountry(value, locale));
    else if (field === 'source') target.sources.push(value);
    else if (field === 'since') {
      const parsed = isUnwanted ? undefined : parseSince(value, now);
      if (parsed) since = parsed;
      else ignored.push(typed);
    } else if (isQuoted) target.phrases.push(value);
    else target.words.push(value);
  }
  return {
    ...wanted,
    without,
    ...(since && { since: formatSince(since) }),
    ...(everyLanguage && { languages: [], everyLanguage }),
    ignored,
  };
}

function createLists(): Lists {
  return { words: [], phrases: [], sources: [], languages: [], countries: [] };
}
