/** Something with a name, which may have translations by Discord locale. */
export interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

/** Something with a description, which may have translations by Discord locale. */
export interface Described {
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

/** Returns the name in a viewer's language; `locale` is BCP 47. */
export function localName(thing: Named, locale: string): string {
  return pick(thing.name_localizations, locale) ?? thing.name;
}

/** Returns the description in a viewer's language; `locale` is BCP 47. */
export function localDescription(thing: Described, locale: string): string {
  return pick(thing.description_localizations, locale) ?? thing.description;
}

/**
 * Discord names most languages without a region (`de`) and some with one (`es-ES`); browsers use
 * both forms.
 */
function pick(
  table: Readonly<Record<string, string | null>> | null | undefined,
  locale: string,
): string | undefined {
  if (!table) return undefined;
  const language = languageOf(locale);
  const known = Object.keys(table);
  const key =
    known.find((one) => one.toLowerCase() === locale.toLowerCase()) ??
    known.find((one) => one.toLowerCase() === language) ??
    // Chinese differs too much between regions, and the untranslated text is already English.
    (['zh', 'en'].includes(language)
      ? undefined
      : known.find((one) => languageOf(one) === language));
  return key === undefined ? undefined : (table[key] ?? undefined);
}

function languageOf(locale: string): string {
  return (locale.split('-')[0] ?? '').toLowerCase();
}
