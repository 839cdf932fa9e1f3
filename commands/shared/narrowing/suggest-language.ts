import { DISCORD_LIMITS } from '../../../src/render/discord-limits.ts';
import { languageName, namesOf } from '../../../src/text/language-names.ts';
import { EVERY_LANGUAGE } from './describe-usual.ts';
import type { Choice, Suggest } from '../../../src/command/command.ts';

/** Suggests the languages that articles are in, the most frequent first, by name in the reader's language, and that all of them can be asked for; the value is the code. */
export const suggestLanguage: Suggest = (typed, context): Choice[] =>
  addEvery(listLanguages(typed, context), typed);

/** Suggests languages for the last entry of a comma-separated list and keeps those before it. */
export const suggestLanguageList: Suggest = (typed, context): Choice[] => {
  const parts = typed.split(',').map((part) => part.trim());
  const kept = parts.slice(0, -1).filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const found = listLanguages(last, context)
    .filter(({ value }) => !kept.includes(value))
    .map(({ name, value }) => ({
      name: [...kept.map((lang) => languageName(lang.toLowerCase(), context.locale)), name].join(
        ', ',
      ),
      value: [...kept, value].join(', '),
    }))
    .filter(
      ({ name, value }) => Math.max(name.length, value.length) <= DISCORD_LIMITS.choiceLength,
    );
  return kept.length === 0
    ? addEvery(found, last)
    : found.slice(0, DISCORD_LIMITS.autocompleteChoices);
};

const EVERY: Choice = { name: 'all languages', value: EVERY_LANGUAGE };

/** Adds the choice of every language, if what was typed may mean it. */
function addEvery(found: readonly Choice[], typed: string): Choice[] {
  const last = EVERY.name.startsWith(typed.trim().toLowerCase()) ? [EVERY] : [];
  return [...found.slice(0, DISCORD_LIMITS.autocompleteChoices - last.length), ...last];
}

function listLanguages(typed: string, { services, locale }: Parameters<Suggest>[1]): Choice[] {
  const wanted = typed.normalize('NFC').trim().toLowerCase();
  return services.index
    .languages()
    .filter(({ lang }) => namesOf(lang, locale).some((name) => name.startsWith(wanted)))
    .map(({ lang }) => ({ name: languageName(lang, locale), value: lang }));
}
