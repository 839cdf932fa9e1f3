/**
 * Discord's codes for the languages of its client.
 *
 * @internal
 */
export const DISCORD_LOCALES = [
  'en-US',
  'en-GB',
  'id',
  'bg',
  'zh-CN',
  'zh-TW',
  'hr',
  'cs',
  'da',
  'nl',
  'fi',
  'fr',
  'de',
  'el',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'lt',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'ru',
  'es-ES',
  'es-419',
  'sv-SE',
  'th',
  'tr',
  'uk',
  'vi',
  'ar',
] as const;

/** Discord's code for a language of its client. */
export type DiscordLocale = (typeof DISCORD_LOCALES)[number];

/** Returns Discord's code for the first of a browser's languages that Discord supports. */
export function chooseDiscordLocale(browserLanguages: readonly string[]): DiscordLocale {
  for (const wanted of browserLanguages) {
    const language = wanted.split('-')[0];
    const found =
      DISCORD_LOCALES.find((one) => one === wanted) ??
      DISCORD_LOCALES.find((one) => one.split('-')[0] === language);
    if (found) return found;
    if (language === 'nb' || language === 'nn') return 'no';
  }
  return 'en-US';
}
