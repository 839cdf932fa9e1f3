import type { REST } from 'discord.js';
import { ChannelType, Routes } from 'discord-api-types/v10';
import type {
  APIGuild,
  APIGuildChannel,
  APIGuildMember,
  APITextChannel,
} from 'discord-api-types/v10';
import { classifyRestFailure } from '../rest/rest-failure.ts';
import { computePermissions } from './compute-permissions.ts';
import type { ChannelFacts, GuildLookup, Looked } from './guild-lookup.ts';

/** Looks everything up through REST, for a process without a gateway. */
export function createFetchedGuilds(rest: REST, botId: string): GuildLookup {
  const getGuild = async (guildId: string) => (await rest.get(Routes.guild(guildId))) as APIGuild;

  async function readChannel(channelId: string): Promise<ChannelFacts | undefined> {
    const channel = (await rest.get(Routes.channel(channelId))) as Partial<APIGuildChannel>;
    const { guild_id: guildId, parent_id: parentId, type } = channel;
    // A direct message.
    if (guildId === undefined || type === undefined) return undefined;
    const isThread = THREADS.has(type);
    const [guild, member, home] = await Promise.all([
      getGuild(guildId),
      rest.get(Routes.guildMember(guildId, botId)) as Promise<APIGuildMember>,
      // A thread takes its permissions from its parent channel.
      isThread ? (rest.get(Routes.channel(parentId ?? '')) as Promise<APIGuildChannel>) : channel,
    ]);
    const { roles } = member;
    const overwrites = home.permission_overwrites ?? [];
    const permissions = computePermissions({ id: botId, roles }, guild, overwrites);
    return { guildId, isThread, permissions };
  }

  return {
    channel: (channelId) => look(() => readChannel(channelId)),
    guild: (guildId) =>
      look(async () => {
        const [{ roles, system_channel_id: systemChannelId }, channels] = await Promise.all([
          getGuild(guildId),
          rest.get(Routes.guildChannels(guildId)) as Promise<APITextChannel[]>,
        ]);
        const texts = channels
          .filter(({ type }) => type === ChannelType.GuildText)
          .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
        const mentionable = roles.filter((role) => role.mentionable).map(({ id }) => id);
        return {
          textChannelIds: texts.map(({ id }) => id),
          mentionableRoles: new Set(mentionable),
          ...(systemChannelId !== null && { systemChannelId }),
        };
      }),
  };
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

async function look<T>(read: () => Promise<T | undefined>): Promise<Looked<T>> {
  try {
    const facts = await read();
    return facts === undefined ? { kind: 'none' } : { kind: 'found', facts };
  } catch (error) {
    return isOutOfSight(error) ? { kind: 'none' } : { kind: 'unknown' };
  }
}

/** Recognizes that something does not exist or that the bot may not see it. */
function isOutOfSight(error: unknown): boolean {
  const failure = classifyRestFailure(error);
  if (failure.kind === 'gone') return true;
  return failure.kind === 'refused' && (failure.status === 403 || failure.status === 404);
}
