import type { Limits, Narrowing } from '../index/narrowing/narrowing.ts';
import { languageName } from '../text/language-names.ts';
import { countryName } from '../text/places/country-names.ts';
import { renderLine } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** Characters of markdown for what people typed. */
const SIZES = { words: 200, sources: 150 } as const;

/**
 * Describes what a list is limited to, in a line of markdown; empty when it is not limited.
 *
 * @example describeNarrowing(…) // 'flood -dam · from Harbour Post · about Spain · since 2024-06-14'
 */
export function describeNarrowing(narrowing: Narrowing): string {
  const { without } = narrowing;
  return [
    ...describeWords(narrowing),
    ...describeLimits(narrowing),
    ...describeLimits(without).map((part) => `not ${part}`),
    ...(narrowing.since === undefined ? [] : [`since ${describeSince(narrowing.since)}`]),
  ].join(' · ');
}

/** Describes each list that is not empty: "from Harbour Post", "in French", "about Spain". */
export function describeLimits({
  sources = [],
  languages = [],
  countries = [],
}: Partial<Limits>): string[] {
  return [
    ...(sources.length > 0 ? [`from ${renderLine(sources.join(', '), SIZES.sources)}`] : []),
    ...describeNames('in', languages, (language) => languageName(language, 'en')),
    ...describeNames('about', countries, (country) => countryName(country)),
  ];
}

function describeNames(
  word: string,
  codes: readonly string[],
  nameOf: (code: string) => string,
): string[] {
  return codes.length > 0 ? [`${word} ${codes.map((code) => nameOf(code)).join(', ')}`] : [];
}

function describeWords({ words, phrases, without }: Narrowing): string[] {
  const typed = [
    ...words,
    ...phrases.map((phrase) => `"${phrase}"`),
    ...without.words.map((word) => `-${word}`),
    ...without.phrases.map((phrase) => `-"${phrase}"`),
  ];
  return typed.length > 0 ? [renderLine(typed.join(' '), SIZES.words)] : [];
}

/** A minute is shown in each reader's own zone. */
function describeSince(since: string): string {
  return (since.includes('T') && renderTimeStamp(since, 'f')) || since;
}
