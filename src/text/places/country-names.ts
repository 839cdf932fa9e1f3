/** Locales whose names are cached: Discord's thirty, and the languages that articles are in. */
const MAX_LOCALES = 200;

const names = new Map<string, readonly Intl.DisplayNames[]>();

/**
 * A country's name in the reader's language: "Frankreich" for "FR" and "de". Falls back to the
 * code.
 */
export function countryName(country: string, locale = 'en'): string {
  const [long, short] = countryNames(country, locale);
  // "Hong Kong SAR China", "Myanmar (Burma)" and "Palestinian Territories" have shorter names; "US"
  // is too short.
  const shown = short && short.length > 3 ? short : long;
  return shown ?? countryNames(country, 'en')[0] ?? country;
}

/** A country's long and short names in a language. Empty if it isn't a country. */
export function countryNames(country: string, locale: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  if (names.size >= MAX_LOCALES) names.clear();
  let known = names.get(locale);
  if (!known) names.set(locale, (known = createNames(locale)));
  return known.map((each) => each.of(country)).filter((name) => name !== undefined);
}

/** The locale is untrusted; an invalid one has no names. */
function createNames(locale: string): readonly Intl.DisplayNames[] {
  try {
    return (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' }),
    );
  } catch {
    return [];
  }
}
