import { GREETING_TEXTS } from './localized-greeting.ts';
import { localizations, LOCALES, toTranslations } from './localizations.ts';

const TEXTS = toTranslations(GREETING_TEXTS);

/** A text in Discord's locale of a server; in English if it isn't translated to it. `{name}` is replaced by its value. */
export function translate(
  english: string,
  locale: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = find(TEXTS[english], locale) ?? english;
  return text.replace(/\{([a-z]+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** A command as people type it in a locale: "/digest now" is "/überblick jetzt". */
export function nameCommand(path: readonly string[], locale: string): string {
  return `/${path.map((name) => find(localizations.names[name], locale) ?? name).join(' ')}`;
}

function find(
  translations: Readonly<Record<string, string>> | undefined,
  locale: string,
): string | undefined {
  const isKnown = LOCALES.some((known) => known === locale);
  return isKnown ? translations?.[locale] : undefined;
}
