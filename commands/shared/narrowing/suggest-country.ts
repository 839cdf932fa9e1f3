import { DISCORD_LIMITS } from '../../../src/render/discord-limits.ts';
import { countryName } from '../../../src/text/places/country-names.ts';
import { matchCountries, parseCountry } from '../../../src/text/places/parse-country.ts';
import type { Choice, Suggest } from '../../../src/command/command.ts';

/** Suggests the countries that articles are about, the most frequent first, by name in the reader's language; the value is the code. */
export const suggestCountry: Suggest = (typed, context): Choice[] =>
  listCountries(typed, context)
    .map(({ country, name, articleCount }) => ({
      name: `${name} · ${articleCount}`,
      value: country,
    }))
    .slice(0, DISCORD_LIMITS.autocompleteChoices);

/** Suggests countries for the last entry of a comma-separated list and keeps those before it. */
export const suggestCountryList: Suggest = (typed, context): Choice[] => {
  const { locale } = context;
  const parts = typed.split(',').map((part) => part.trim());
  const kept = parts
    .slice(0, -1)
    .map((part) => parseCountry(part, locale))
    .filter((country) => country !== undefined);
  return listCountries(parts.at(-1) ?? '', context)
    .filter(({ country }) => !kept.includes(country))
    .map(({ country, name, articleCount }) => ({
      name: `${[...kept.map((each) => countryName(each, locale)), name].join(', ')} · ${articleCount}`,
      value: [...kept, country].join(', '),
    }))
    .filter(({ name, value }) => Math.max(name.length, value.length) <= DISCORD_LIMITS.choiceLength)
    .slice(0, DISCORD_LIMITS.autocompleteChoices);
};

function listCountries(typed: string, { services, locale }: Parameters<Suggest>[1]) {
  const isMeant = matchCountries(typed, locale);
  return services.index
    .countries()
    .filter(({ country }) => isMeant(country))
    .map(({ country, articleCount }) => ({
      country,
      articleCount,
      name: countryName(country, locale),
    }));
}
