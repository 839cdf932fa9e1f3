/**
 * The languages of Discord's client, each as it names them.
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

/** A language of Discord's client. */
export type DiscordLocale = (typeof DISCORD_LOCALES)[number];

/** Finds Discord's name for the first of a browser's languages that it speaks. */
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
