import { Locale } from 'discord-api-types/v10';

/** A language of Discord's client. */
export type LocaleCode = Locale | 'ar';

/** Every language that Discord accepts. Its specification lists Arabic, but discord-api-types does not. */
export const LOCALES: readonly LocaleCode[] = [...Object.values(Locale), 'ar'];
