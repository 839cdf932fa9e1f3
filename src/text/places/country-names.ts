/** Names are kept for so many locales: Discord's thirty, and the languages that articles are in. */
const MOST_LOCALES = 200;

const names = new Map<string, readonly Intl.DisplayNames[]>();

/** The name of a country in the language of a reader: "Frankreich" of "FR" for "de"; the code where it has none. */
export function countryName(country: string, locale = 'en'): string {
  const [long, short] = countryNames(country, locale);
  // "Hong Kong SAR China", "Myanmar (Burma)" and "Palestinian Territories" have shorter ones; "US" is too short.
  const shown = short && short.length > 3 ? short : long;
  return shown ?? countryNames(country, 'en')[0] ?? country;
}

/** Its names in a language, the long one and the short one; none for what is no country. */
export function countryNames(country: string, locale: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  if (names.size >= MOST_LOCALES) names.clear();
  let known = names.get(locale);
  if (!known) names.set(locale, (known = createNames(locale)));
  return known.map((each) => each.of(country)).filter((name) => name !== undefined);
}

/** A locale comes from outside: one that is none has no names. */
function createNames(locale: string): readonly Intl.DisplayNames[] {
  try {
    return (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' }),
    );
  } catch {
    return [];
  }
}
