import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../locales.ts';
import { chooseDiscordLocale, DISCORD_LOCALES } from '../../../page/state/discord-locale.ts';
import { usableLocale } from '../../../page/state/usable-locale.ts';

describe('languages', () => {
  it('are those that the local Discord accepts', () => {
    expect([...DISCORD_LOCALES].toSorted()).toEqual([...LOCALES].toSorted());
  });

  it.each([
    [['de-AT', 'en'], 'de'],
    [['xx', 'pt-PT'], 'pt-BR'],
    [['nb-NO'], 'no'],
    [[], 'en-US'],
  ])('of a browser with %j become %s', (browser, locale) => {
    expect(chooseDiscordLocale(browser)).toBe(locale);
  });

  it('without a valid language tag are skipped', () => {
    expect(usableLocale(['en-US@posix', 'fr'])).toBe('fr');
    expect(usableLocale(['en-US@posix'])).toBe('en-US');
  });
});
