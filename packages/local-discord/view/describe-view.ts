import type { APIUser } from 'discord-api-types/v10';
import { openDm } from '../state/open-dm.ts';
import type { Guild } from '../state/records/guild.ts';
import type { World } from '../state/world.ts';
import { describeChannel, listChannels } from './list-channels.ts';
import type { Hint, View, ViewGuild } from './view.ts';

/** Builds the view of a user: everything that the page shows except messages. */
export function describeView(world: World, me: APIUser, hints: readonly Hint[]): View {
  const { id, name, isOnline } = world.application;
  const people = [...world.users.values()].filter((user) => !user.bot);
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(me.id));
  return {
    now: world.clock.now(),
    application: { id, name, isOnline },
    hints,
    me,
    people,
    guilds: guilds.map((guild) => describeGuild(world, guild, me)),
    direct: describeChannel(world, openDm(world, me), me.id),
  };
}

function describeGuild(world: World, { api, members }: Guild, me: APIUser): ViewGuild {
  return {
    id: api.id,
    name: api.name,
    ownerId: api.owner_id,
    roles: api.roles,
    members: [...members.values()],
    channels: listChannels(world, api.id, me.id).map((channel) =>
      describeChannel(world, channel, me.id),
    ),
  };
}
