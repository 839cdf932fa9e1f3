import { findSimilar } from './find-similar.ts';
import { canonicalLanguage } from './language-tags.ts';

/** Languages that can be requested by name. Any other can be requested by code. */
const NAMED =
  `af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km
kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tl tr uk ur
uz vi yo zh zu`.split(/\s+/);

/** Locales whose names are cached: every language's own, and Discord's thirty. */
const MAX_LOCALES = 200;

const names = new Map<string, Intl.DisplayNames | undefined>();

/**
 * A language's name in the reader's language: "français" for "fr" and "fr-CA". Falls back to the
 * code.
 */
export function languageName(lang: string, locale: string): string {
  return findName(lang, locale) ?? findName(lang, 'en') ?? lang;
}

/**
 * Parses a code ("fr", "pt-BR"), or a name in English, in the language itself or in the reader's
 * language. Undefined if it isn't a language.
 *
 * @example parseLanguage('Deutsch') // 'de'
 */
export function parseLanguage(typed: string, locale = 'en'): string | undefined {
  const wanted = fold(typed);
  const code = canonicalLanguage(wanted);
  if (code !== undefined && findName(code, 'en') !== undefined) return code;
  return NAMED.find((lang) => namesOf(lang, locale).includes(wanted));
}

/** Whether every language is asked for: "all" or "any" in the place of a language. */
export function isEveryLanguage(typed: string): boolean {
  return ['all', 'any'].includes(fold(typed));
}

/** Finds the language whose name is most similar to what was typed, if one is similar enough. */
export function similarLanguage(typed: string, locale = 'en'): string | undefined {
  return findSimilar(
    fold(typed),
    NAMED.map((lang) => [lang, namesOf(lang, locale)] as const),
  );
}

/**
 * All names of a language, folded for comparison: its code, and its name in English, in itself and
 * in the reader's language.
 */
export function namesOf(lang: string, locale: string): string[] {
  return [lang, ...['en', lang, locale].map((reader) => fold(languageName(lang, reader)))];
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

function findName(lang: string, locale: string): string | undefined {
  if (!/^[a-z]{2,3}$/.test(lang)) return undefined;
  if (names.size >= MAX_LOCALES) names.clear();
  if (!names.has(locale)) names.set(locale, createNames(locale));
  return names.get(locale)?.of(lang);
}

/** The locale is untrusted; an invalid one has no names. */
function createNames(locale: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  } catch {
    return undefined;
  }
}
