/** A thing that may have a name for each locale of Discord. */
export interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

/** A thing that may have a description for each locale of Discord. */
export interface Described {
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

/** The name for a viewer; `locale` is BCP 47. */
export function localName(thing: Named, locale: string): string {
  return pick(thing.name_localizations, locale) ?? thing.name;
}

/** The description for a viewer; `locale` is BCP 47. */
export function localDescription(thing: Described, locale: string): string {
  return pick(thing.description_localizations, locale) ?? thing.description;
}

/** Discord names most languages bare (`de`) and some with a region (`es-ES`); a browser does either. */
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
    // Chinese differs too much between its regions, and English is what stands in the command itself.
    (['zh', 'en'].includes(language)
      ? undefined
      : known.find((one) => languageOf(one) === language));
  return key === undefined ? undefined : (table[key] ?? undefined);
}

function languageOf(locale: string): string {
  return (locale.split('-')[0] ?? '').toLowerCase();
}
