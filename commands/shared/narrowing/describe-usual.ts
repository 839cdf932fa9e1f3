import type { CommandContext } from '../../../src/command/command.ts';
import type { Usual } from '../../../src/digest/guild/usual.ts';
import { languageName, parseLanguage, isEveryLanguage } from '../../../src/text/language-names.ts';

/** The value of the option `language` that asks for every language. */
export const EVERY_LANGUAGE = 'all';

const ADVICE = `\`language:${EVERY_LANGUAGE}\` shows every language`;

/** Says how to see other languages if a list is in those that are usual: markdown; undefined if it isn't. */
export function adviseOnUsual(
  languages: readonly string[],
  { usual }: Pick<CommandContext, 'usual'>,
): string | undefined {
  return areUsual(languages, usual) ? ADVICE : undefined;
}

/** Whether a list is in the languages that are usual. */
export function areUsual(languages: readonly string[], usual: Usual): boolean {
  return languages.length > 0 && languages.join() === usual.languages.join();
}

/** "in German · `language:all` shows every language" */
export function describeUsual({ languages }: Usual): string {
  return `in ${listLanguages(languages, ', ')} · ${ADVICE}`;
}

/** Names languages in English: "French or German". */
export function listLanguages(languages: readonly string[], joiner = ' or '): string {
  return languages.map((lang) => languageName(lang, 'en')).join(joiner);
}

/**
 * The languages of suggestions, by what is typed as another option so far; those that are usual if that is nothing
 * or no language. Empty for every language.
 */
export function suggestedLanguages(
  typed: unknown,
  { usual, locale }: Pick<CommandContext, 'usual' | 'locale'>,
): readonly string[] {
  if (typeof typed !== 'string') return usual.languages;
  if (isEveryLanguage(typed)) return [];
  const lang = parseLanguage(typed, locale);
  return lang === undefined ? usual.languages : [lang];
}
