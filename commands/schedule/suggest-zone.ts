import type { Choice, Suggest } from '../../src/command/command.ts';
import { ZONES } from '../../src/digest/zones.ts';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';

/** Suggests time zones by any part of their name, the default one first; a space stands for an underscore. */
export const suggestZone: Suggest = (typed, { services: { defaultZone } }): Choice[] => {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return [...new Set([defaultZone, ...ZONES])]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, DISCORD_LIMITS.autocompleteChoices)
    .map((zone) => ({ name: zone, value: zone }));
};
