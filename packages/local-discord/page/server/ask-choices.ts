import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { OptionValue } from '../page-events.ts';
import { standpoint, type DeedParts } from './do-deed.ts';

/**
 * Asks the bot for suggestions for the option being typed. Rejects with the reason if there are
 * none.
 */
export async function askChoices(
  { store, api, locale }: DeedParts,
  name: string,
  focused: { readonly option: string; readonly value: string },
  options: Readonly<Record<string, OptionValue>>,
): Promise<readonly APIApplicationCommandOptionChoice[]> {
  const at = standpoint(store);
  if (!at) return [];
  const outcome = await api.act(at, locale, { do: 'autocomplete', name, focused, options });
  if (outcome.kind === 'choices') return outcome.choices;
  throw new Error('reason' in outcome ? outcome.reason : 'The application gave no choices.');
}
