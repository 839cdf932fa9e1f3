import { quoteCountries } from './quote-countries.ts';

/** A part of a query: an optional minus, an optional `field:`, and a "quoted" or a bare value. */
const PART =
  /((?<!\S)-)?(?:(source|since|lang|country):)?(?:["“”„«]([^"“”«»]*)["“”»]?|([^\s"“”„«»]+))/giu;

/** A part of a query text: a word, a phrase or a `field:value`. */
export interface QueryPart {
  /** The part as it was typed. */
  readonly typed: string;
  /** Whether it begins with a minus. */
  readonly isUnwanted: boolean;
  readonly field?: 'source' | 'since' | 'lang' | 'country';
  readonly isQuoted: boolean;
  /** The value without quotes; absent when there is no letter and no digit in it. */
  readonly value?: string;
}

/** Splits a query text, which may be anything, into its parts. */
export function splitQuery(text: string, locale: string): QueryPart[] {
  return [...quoteCountries(text.normalize('NFC'), locale).matchAll(PART)].map(readPart);
}

/** Replaces the parts for which `replace` gives a text, and leaves the others as they were typed. */
export function replaceParts(
  text: string,
  locale: string,
  replace: (part: QueryPart) => string | undefined,
): string {
  return quoteCountries(text.normalize('NFC'), locale).replaceAll(PART, (...match: string[]) => {
    const part = readPart(match);
    return replace(part) ?? match[0]!;
  });
}

function readPart([whole = '', minus, field, quoted, bare]: readonly (
  | string
  | undefined
)[]): QueryPart {
  const value = (quoted ?? bare ?? '').trim();
  const isEmpty = !/[\p{L}\p{N}]/u.test(value) || /^(?:source|since|lang|country):$/i.test(value);
  return {
    typed: whole.trim(),
    isUnwanted: minus === '-',
    ...(field !== undefined && { field: field.toLowerCase() as NonNullable<QueryPart['field']> }),
    isQuoted: quoted !== undefined,
    ...(!isEmpty && { value }),
  };
}
