import {
  ChannelType,
  PermissionFlagsBits as Bits,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import { createSigningKey } from '../endpoint/signing-key.ts';
import type { Clock } from '../clock.ts';
import { createSnowflakes, type Snowflakes } from '../snowflake.ts';
import { buildGuild, buildGuildChannel, buildMember, buildRole, buildUser } from './build.ts';
import type { Guild } from './records/guild.ts';
import { createWorld, type World } from './world.ts';

/** The initial world and the ids of its main objects. */
export interface Seed {
  readonly world: World;
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly managerId: Snowflake;
  readonly memberId: Snowflake;
}

/** Permissions of @everyone in the seeded guild. */
const everyone =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.AddReactions |
  Bits.ReadMessageHistory |
  Bits.UseApplicationCommands |
  Bits.ChangeNickname;

/** Permissions of the bot's own role. */
const invited =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory;

const channels = [
  ['world-news', ChannelType.GuildText, 'Headlines and digests, all day long'],
  ['general', ChannelType.GuildText, 'Anything goes, kindly'],
  ['bot-test', ChannelType.GuildText, 'Try commands here without disturbing anyone'],
  ['announcements', ChannelType.GuildAnnouncement, 'News about this server'],
] as const;

/**
 * Builds the initial world of a local Discord: one guild with four channels, three roles, an owner, a manager,
 * two members and the bot. Its ids are the same at every start, so that ids that a bot has stored stay valid.
 */
export function seedWorld(clock: Clock, applicationName: string): Seed {
  const seededAt = Date.UTC(2020, 0, 1);
  const ids = createSnowflakes(() => seededAt);
  const people = {
    owner: buildUser(ids.next(), 'owner', 'Owner'),
    manager: buildUser(ids.next(), 'manager', 'Manager'),
    member: buildUser(ids.next(), 'member', 'Member'),
    reader: buildUser(ids.next(), 'reader', 'Reader'),
  };
  const bot = { ...buildUser(ids.next(), applicationName, null), discriminator: '0001', bot: true };
  const world = createWorld(clock, {
    id: bot.id,
    name: applicationName,
    token: `${Buffer.from(bot.id).toString('base64url')}.local.a-token-for-this-machine-only`,
    bot,
    ownerId: people.owner.id,
    privilegedIntents: 0,
    maxConcurrency: 1,
    shards: 1,
    signingKey: createSigningKey(),
    interactionsEndpoint: undefined,
    isOnline: false,
  });
  for (const user of Object.values(people)) world.users.set(user.id, user);
  const { guild, channelId } = seedGuild(world, ids, people, new Date(seededAt).toISOString());
  return {
    world,
    guildId: guild.api.id,
    channelId,
    managerId: people.manager.id,
    memberId: people.member.id,
  };
}

function seedGuild(
  world: World,
  ids: Snowflakes,
  people: Record<'owner' | 'manager' | 'member' | 'reader', APIUser>,
  joinedAt: string,
): { guild: Guild; channelId: Snowflake } {
  const guildId = ids.next();
  const { bot } = world.application;
  const roles = [
    buildRole(guildId, '@everyone', { permissions: everyone, position: 0 }),
    buildRole(ids.next(), 'News readers', { position: 1, mentionable: true, color: 0x3498db }),
    buildRole(ids.next(), world.application.name, {
      permissions: invited,
      position: 2,
      managedBy: bot.id,
    }),
    buildRole(ids.next(), 'Moderators', {
      permissions: Bits.ManageGuild | Bits.ManageMessages | Bits.ManageThreads,
      position: 3,
      color: 0x2ecc71,
    }),
  ];
  const [, readers, botRole, moderators] = roles.map((role) => role.id);
  const guild = buildGuild({
    id: guildId,
    name: 'The Reading Room',
    ownerId: people.owner.id,
    roles,
  });
  const memberRoles: [APIUser, (Snowflake | undefined)[]][] = [
    [people.owner, []],
    [people.manager, [moderators]],
    [people.member, []],
    [people.reader, [readers]],
    [bot, [botRole]],
  ];
  for (const [user, roleIds] of memberRoles) {
    const present = roleIds.filter((id) => id !== undefined);
    guild.members.set(user.id, buildMember(user, present, joinedAt));
  }
  world.guilds.set(guildId, guild);
  const seeded = channels.map(([name, type, topic], position) =>
    buildGuildChannel(ids.next(), guildId, { name, type, topic, position }),
  );
  for (const channel of seeded) world.channels.set(channel.id, channel);
  const channelId = seeded[0]?.id ?? guildId;
  guild.api.system_channel_id = channelId;
  return { guild, channelId };
}
