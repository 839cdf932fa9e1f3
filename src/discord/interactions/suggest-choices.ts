import type { Choice, CommandContext } from '../../command/command.ts';
import { cutText } from '../../render/cut-text.ts';
import { DISCORD_LIMITS } from '../../render/discord-limits.ts';
import type { CalledAction } from './find-action.ts';

/**
 * Asks an action for suggestions for the option being typed, and fits them into Discord's limits.
 * Resolves to an empty list if the option has no suggestions; rejects if the action does.
 */
export async function suggestChoices(
  { action, given, focused }: CalledAction,
  context: CommandContext,
): Promise<Choice[]> {
  const suggest = focused === undefined ? undefined : action.suggest?.[focused];
  if (focused === undefined || !suggest) return [];
  const { [focused]: typed, ...others } = given;
  return fitChoices(await suggest(typeof typed === 'string' ? typed : '', context, others));
}

/**
 * Selects the choices that Discord takes, in their order. A name too long is cut; a value too long
 * is left out, since a cut value would mean something else.
 */
export function fitChoices(choices: readonly Choice[]): Choice[] {
  return choices
    .map(({ name, value }) => ({ name: cutText(name.trim(), DISCORD_LIMITS.choiceLength), value }))
    .filter(({ name, value }) => name && value && value.length <= DISCORD_LIMITS.choiceLength)
    .slice(0, DISCORD_LIMITS.autocompleteChoices);
}
