import { LOCALES } from '../locales.ts';
import type { CommandBody } from '../state/commands.ts';
import type { FieldErrors, FieldPath } from './field-errors.ts';

/** Adds errors for names and translated names with characters that slash commands cannot have. */
export function checkNames(
  errors: FieldErrors,
  named: Pick<CommandBody, 'name' | 'name_localizations'>,
  path: FieldPath,
): void {
  const code = 'APPLICATION_COMMAND_INVALID_NAME';
  if (!isCommandName(named.name)) errors.add([...path, 'name'], code, 'Command name is invalid');
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    if (name && !isCommandName(name)) {
      errors.add([...path, 'name_localizations', locale], code, 'Command name is invalid');
    }
  }
}

const locales: ReadonlySet<string> = new Set(LOCALES);

/** Adds errors for translations into languages that Discord does not support. */
export function checkLocales(
  errors: FieldErrors,
  named: { readonly name_localizations?: unknown; readonly description_localizations?: unknown },
  path: FieldPath,
): void {
  for (const field of ['name_localizations', 'description_localizations'] as const) {
    for (const locale of Object.keys(named[field] ?? {})) {
      if (locales.has(locale)) continue;
      const message = `Locale "${locale}" is not valid`;
      errors.add([...path, field, locale], 'BASE_TYPE_CHOICES', message);
    }
  }
}

/**
 * Tells whether a slash command or an option may have this name.
 * Source: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
 */
function isCommandName(name: string): boolean {
  return /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase();
}
