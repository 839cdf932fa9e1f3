import type { APIGuild } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { isGuildChannel, isThread } from '../state/channel.ts';
import { findJoinedGuild } from '../state/find.ts';
import type { World } from '../state/world.ts';
import { param, type RestApp } from './rest-app.ts';

/** Adds the routes of guilds, their channels, roles, members and active threads. */
export function addGuildRoutes(app: RestApp, world: World): void {
  app.get('/guilds/:guildId', (c) => {
    const guild = findJoinedGuild(world, param(c, 'guildId'));
    const counts =
      c.req.query('with_counts') === 'true'
        ? { approximate_member_count: guild.members.size, approximate_presence_count: 1 }
        : {};
    return c.json({ ...describeGuild(guild.api), ...counts });
  });
  app.get('/guilds/:guildId/channels', (c) => {
    const guild = findJoinedGuild(world, param(c, 'guildId'));
    return c.json(world.channels.ofGuild(guild.api.id).filter(isGuildChannel));
  });
  app.get('/guilds/:guildId/roles', (c) =>
    c.json(findJoinedGuild(world, param(c, 'guildId')).api.roles),
  );
  app.get('/guilds/:guildId/roles/:roleId', (c) => {
    const { roles } = findJoinedGuild(world, param(c, 'guildId')).api;
    const role = roles.find((one) => one.id === param(c, 'roleId'));
    if (!role) throw refuse('unknownRole');
    return c.json(role);
  });
  app.get('/guilds/:guildId/members/:userId', (c) => {
    const guild = findJoinedGuild(world, param(c, 'guildId'));
    const userId = param(c, 'userId');
    const member = guild.members.get(userId);
    if (!member) throw refuse(world.users.has(userId) ? 'unknownMember' : 'unknownUser');
    return c.json(member);
  });
  app.get('/guilds/:guildId/threads/active', (c) => {
    const guild = findJoinedGuild(world, param(c, 'guildId'));
    const threads = world.channels
      .ofGuild(guild.api.id)
      .filter(isThread)
      .filter((one) => !one.thread_metadata.archived);
    return c.json({ threads, members: [], has_more: false });
  });
}

/** Adds fields that the REST API still sends and the gateway does not. */
function describeGuild(guild: APIGuild): object {
  return { ...guild, home_header: null, nsfw: false };
}
