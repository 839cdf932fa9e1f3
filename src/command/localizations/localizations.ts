import { CHOICES, NAMES } from './localized-names.ts';
import { DESCRIPTIONS } from './localized-descriptions.ts';
import { FOLLOW_DESCRIPTIONS } from './localized-follow.ts';
import type { LocalizedRows } from './localized-rows.ts';
import { SCHEDULE_DESCRIPTIONS } from './localized-schedule.ts';
import { SETTINGS_DESCRIPTIONS } from './localized-settings.ts';
import { SOURCES_DESCRIPTIONS } from './localized-sources.ts';
import { WHY_DESCRIPTIONS } from './localized-why.ts';

/** Discord's locales that names and descriptions are translated to. */
export const LOCALES = ['fr', 'de', 'es-ES', 'es-419', 'ar', 'ru'] as const;
type LocaleCode = (typeof LOCALES)[number];

/** A text in every language except English. */
export type Translations = Readonly<Record<LocaleCode, string>>;

/** Translations by the English text. A name has the same translation everywhere. */
export interface Localizations {
  /** Of commands, subcommands and options: lower case, 1 to 32 letters, digits, "-" and "_". */
  readonly names: Readonly<Record<string, Translations>>;
  /** Of choices, as shown to people: 1 to 100 characters. */
  readonly choices: Readonly<Record<string, Translations>>;
  /** 1 to 100 characters. */
  readonly descriptions: Readonly<Record<string, Translations>>;
}

/** Everything that Discord shows in the reader's language. */
export const localizations: Localizations = {
  names: toTranslations(NAMES),
  choices: toTranslations(CHOICES),
  descriptions: toTranslations({
    ...DESCRIPTIONS,
    ...SCHEDULE_DESCRIPTIONS,
    ...FOLLOW_DESCRIPTIONS,
    ...SOURCES_DESCRIPTIONS,
    ...SETTINGS_DESCRIPTIONS,
    ...WHY_DESCRIPTIONS,
  }),
};

/** Arranges rows by English text and locale. */
export function toTranslations(rows: LocalizedRows): Record<string, Translations> {
  const table: Record<string, Translations> = {};
  for (const [english, [fr, de, es, ar, ru]] of Object.entries(rows)) {
    table[english] = { fr, de, 'es-ES': es, 'es-419': es, ar, ru };
  }
  return table;
}
