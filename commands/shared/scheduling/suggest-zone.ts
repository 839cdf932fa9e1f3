import type { Choice, Suggest } from '../../../src/command/command.ts';
import { findMeantZones } from '../../../src/text/zones/meant-zones.ts';
import { ZONES } from '../../../src/text/zones/zone-list.ts';
import { DISCORD_LIMITS } from '../../../src/render/discord-limits.ts';

/**
 * Suggests time zones by any part of their name, the usual one first; a space stands for an underscore. If no name
 * has it, those that a city, a country or an abbreviation stands for.
 */
export const suggestZone: Suggest = (typed, { usual }): Choice[] => {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const named = [...new Set([usual.zone, ...ZONES])].filter((zone) =>
    zone.toLowerCase().includes(wanted),
  );
  return (named.length > 0 ? named : findMeantZones(typed))
    .slice(0, DISCORD_LIMITS.autocompleteChoices)
    .map((zone) => ({ name: zone, value: zone }));
};
