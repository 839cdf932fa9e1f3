import { UserError } from '../../errors.ts';
import {
  isEveryLanguage,
  languageName,
  parseLanguage,
  similarLanguage,
} from '../../text/language-names.ts';
import { countryName } from '../../text/places/country-names.ts';
import { parseCountry, similarCountry } from '../../text/places/parse-country.ts';
import { parseQuery } from '../query/parse-query.ts';
import { adviseOnSince, formatSince, parseSince } from '../query/parse-since.ts';
import { splitQuery } from '../query/split-query.ts';
import { isUnlimited, UNLIMITED, type ParsedNarrowing } from './narrowing.ts';

/** What a reader gives to narrow a list, as typed. */
export interface NarrowingOptions {
  /** A text in the search language. */
  readonly query?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly since?: string | undefined;
}

/** Who typed it, and when. */
export interface Reader {
  /** Languages and countries may be named in it, or in English. */
  readonly locale: string;
  readonly now: Date;
}

/**
 * Reads what a list is narrowed to. An option replaces what the query text says of the same field.
 * Throws a UserError when an option cannot be understood or the query asks for nothing.
 */
export function parseNarrowing(options: NarrowingOptions, reader: Reader): ParsedNarrowing {
  const { query, sources = [], languages = [], countries = [], since } = options;
  const typed = query === undefined ? { ...UNLIMITED, ignored: [] } : readQuery(query, reader);
  return {
    ...typed,
    ...(sources.length > 0 && { sources: unique(sources) }),
    ...readLanguages(languages, reader),
    ...(countries.length > 0 && {
      countries: unique(countries.map((name) => readCountry(name, reader))),
    }),
    ...(since !== undefined && { since: readSince(since, reader) }),
  };
}

/**
 * Says which parts of a query were not understood, and what may be meant; undefined when all were.
 * `quote` makes the typed text safe to show.
 */
export function describeIgnored(
  ignored: readonly string[],
  { locale }: Pick<Reader, 'locale'>,
  quote: (typed: string) => string,
): string | undefined {
  if (ignored.length === 0) return undefined;
  const parts = ignored.join(' ');
  if (parts === '') return 'A part of the query was not understood.';
  const typed = `Not understood: ${quote(parts)}`;
  const corrections = suggestCorrections(ignored, locale);
  return corrections.length === 0 ? typed : `${typed}. ${corrections.join(' ')}`;
}

/** Suggests what is meant by misspelled languages and countries in a query, such as "country:Frence", and by "since:30m". */
export function suggestCorrections(ignored: readonly string[], locale: string): string[] {
  return ignored
    .flatMap((part) => splitQuery(part, locale))
    .flatMap(({ field, value = '' }) => {
      if (field === 'since') return adviseOnSince(value) ?? [];
      const similar =
        field === 'lang'
          ? similarLanguageName(value, locale)
          : field === 'country'
            ? similarCountryName(value, locale)
            : undefined;
      return similar === undefined ? [] : [`Did you mean ${field}:"${similar}"?`];
    });
}

function readQuery(text: string, { now, locale }: Reader): ParsedNarrowing {
  const query = parseQuery(text, now, locale);
  if (!isUnlimited(query)) return query;
  const message = 'I see no words in that. Type words, or a "phrase" in quotation marks.';
  throw bad([message, ...suggestCorrections(query.ignored, locale)].join(' '));
}

/** An option replaces what the query says, also that it says "all". */
function readLanguages(typed: readonly string[], reader: Reader): Partial<ParsedNarrowing> {
  if (typed.length === 0) return {};
  if (typed.some(isEveryLanguage)) return { languages: [], everyLanguage: true };
  return { languages: unique(typed.map((name) => readLanguage(name, reader))) };
}

function readLanguage(typed: string, { locale }: Reader): string {
  const language = parseLanguage(typed, locale);
  if (language !== undefined) return language;
  const similar = similarLanguageName(typed, locale);
  const advice = similar === undefined ? 'Write it as French or fr.' : `Did you mean ${similar}?`;
  throw bad(`I do not know the language "${typed}". ${advice}`);
}

function readCountry(typed: string, { locale }: Reader): string {
  const country = parseCountry(typed, locale);
  if (country !== undefined) return country;
  const similar = similarCountryName(typed, locale);
  const advice = similar === undefined ? 'Write it as France or FR.' : `Did you mean ${similar}?`;
  throw bad(`I do not know the country "${typed}". ${advice}`);
}

function readSince(typed: string, { now }: Reader): string {
  const since = parseSince(typed, now);
  if (since !== undefined) return formatSince(since);
  const advice =
    adviseOnSince(typed) ?? 'Write it as 2024-06-15, 7d, 2 weeks, yesterday or monday.';
  throw bad(`I do not understand that date. ${advice}`);
}

function similarLanguageName(typed: string, locale: string): string | undefined {
  const similar = similarLanguage(typed, locale);
  return similar === undefined ? undefined : languageName(similar, 'en');
}

function similarCountryName(typed: string, locale: string): string | undefined {
  const similar = similarCountry(typed, locale);
  return similar === undefined ? undefined : countryName(similar);
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
