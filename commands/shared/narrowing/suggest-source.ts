import type { Suggest } from '../../../src/command/command.ts';
import { listNames } from './unknown-limits.ts';
import { DISCORD_LIMITS } from '../../../src/render/discord-limits.ts';

/** Suggests publishers by any part of their name. */
export const suggestSource: Suggest = (typed, { services }) =>
  listSources(services.index.sources(), typed).map((name) => ({ name, value: name }));

/**
 * Suggests publishers for the last entry of a comma-separated list and keeps those before it. A schedule may also name
 * those whose first articles are still to come.
 */
export const suggestSourceList: Suggest = async (typed, { services, guildId }) => {
  const parts = typed.split(',').map((part) => part.trim());
  const kept = parts.slice(0, -1).filter((part) => part !== '');
  const feeds = await services.manageSources.list(guildId);
  const names = listNames(services.index, feeds).map((name) => ({ name }));
  return listSources(names, parts.at(-1) ?? '')
    .filter((name) => !kept.includes(name))
    .map((name) => [...kept, name].join(', '))
    .filter((list) => list.length <= DISCORD_LIMITS.choiceLength)
    .map((list) => ({ name: list, value: list }));
};

function listSources(sources: readonly { readonly name: string }[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  return sources
    .map(({ name }) => name)
    .filter(
      (name) => name.length <= DISCORD_LIMITS.choiceLength && name.toLowerCase().includes(wanted),
    )
    .slice(0, DISCORD_LIMITS.autocompleteChoices);
}
