import { UserError } from '../../src/errors.ts';
import type { Services } from '../../src/command/services.ts';
import type { Limits } from '../../src/index/narrowing/narrowing.ts';
import { languageName } from '../../src/text/language-names.ts';
import { countryName } from '../../src/text/places/country-names.ts';
import { adviseOnSources, findUnknownLimits } from './narrowing/unknown-limits.ts';

/** Languages named to someone who asked for another one, the most frequent first. */
const LANGUAGES_SHOWN = 3;

/**
 * Builds the error for a list without any article. Its message says that articles are missing or still
 * being read, else that none has the publisher, language or country asked for, else `advice`.
 */
export function buildNothingFound(
  services: Services,
  advice: string,
  limits: Partial<Limits> = {},
): UserError {
  const { articleCount, reading } = services.health();
  if (reading) {
    const wait = `I am still reading the stored articles, ${articleCount} so far. Try again in a moment.`;
    return new UserError('not-available', wait);
  }
  if (articleCount === 0) {
    const empty =
      'There are no articles yet. Whoever runs this bot adds them with `dateline import PATH`.';
    return new UserError('not-available', empty);
  }
  return new UserError('not-found', describeUnknown(limits, services) ?? advice);
}

/** Names the first list of which no entry is known: no article can have it. */
function describeUnknown(limits: Partial<Limits>, { index }: Services): string | undefined {
  const unknown = findUnknownLimits(limits, index);
  const { sources, languages, countries } = unknown;
  const isWholeList = (name: keyof Limits): boolean =>
    unknown[name].length > 0 && unknown[name].length === limits[name]?.length;
  if (isWholeList('sources'))
    return `I have no articles from ${listAll(sources)}. ${adviseOnSources(sources, index)}`;
  if (isWholeList('languages')) {
    const known = index.languages().map(({ lang }) => lang);
    return `I have no articles in ${listLanguages(languages)}. Try ${listLanguages(known.slice(0, LANGUAGES_SHOWN))}.`;
  }
  if (isWholeList('countries'))
    return `I have no articles about ${listAll(countries.map((country) => countryName(country)))}.`;
  return undefined;
}

function listLanguages(languages: readonly string[]): string {
  return listAll(languages.map((lang) => languageName(lang, 'en')));
}

function listAll(names: readonly string[]): string {
  return [...new Set(names)].join(' or ');
}
