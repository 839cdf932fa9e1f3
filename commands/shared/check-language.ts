import { UserError } from '../../src/errors.ts';
import { parseLanguage } from '../../src/text/language-names.ts';
import type { CommandContext } from '../../src/command/command.ts';

/** The language that a reader typed or chose, by its code. Throws a UserError for one that no article is in. */
export function checkLanguage(typed: string, { services, locale }: CommandContext): string {
  const lang = parseLanguage(typed, locale);
  if (services.index.languages().some((known) => known.lang === lang)) return lang!;
  throw new UserError(
    'not-found',
    'I have no articles in that language. Choose one of the suggestions.',
  );
}
