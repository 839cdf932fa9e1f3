import type { APIInteraction } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import type { SeenGuild } from '../../../src/delivery/greeting/plan-greeting.ts';
import { createServerWatch } from '../../../src/discord/interactions/watch-servers.ts';

/** What the interactions tell, each given by its server, the server's locale and who has installed the bot. */
function tell(
  interactions: readonly (readonly [
    id: string | undefined,
    locale: string | undefined,
    owners?: object,
  ])[],
) {
  const told: SeenGuild[] = [];
  const see = createServerWatch((guild) => told.push(guild));
  for (const [guild_id, guild_locale, owners = { 0: guild_id }] of interactions)
    see({ guild_id, guild_locale, authorizing_integration_owners: owners } as APIInteraction);
  return told;
}

it.each<readonly [string, Parameters<typeof tell>[0], readonly SeenGuild[]]>([
  [
    'a server once',
    [
      ['1', 'de'],
      ['1', 'de'],
    ],
    [{ id: '1', locale: 'de' }],
  ],
  [
    'each server',
    [
      ['1', 'de'],
      ['2', 'fr'],
    ],
    [
      { id: '1', locale: 'de' },
      { id: '2', locale: 'fr' },
    ],
  ],
  [
    'a new locale',
    [
      ['1', 'de'],
      ['1', 'fr'],
    ],
    [
      { id: '1', locale: 'de' },
      { id: '1', locale: 'fr' },
    ],
  ],
  ['nothing of direct messages', [[undefined, undefined, { 0: '0' }]], []],
  ['nothing of a server that the bot is not in', [['1', 'de', { 1: 'person' }]], []],
])('interactions tell of %s', (_, interactions, told) => {
  expect(tell(interactions)).toEqual(told);
});
