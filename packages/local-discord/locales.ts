import { Locale } from 'discord-api-types/v10';

/** A language of Discord's client. */
export type LocaleCode = Locale | 'ar';

/** Every language that Discord takes; its specification lists Arabic, which discord-api-types lacks. */
export const LOCALES: readonly LocaleCode[] = [...Object.values(Locale), 'ar'];
