import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  ThreadAutoArchiveDuration,
  type Snowflake,
  type ThreadChannelType,
} from 'discord-api-types/v10';
import { bitSet } from '../bit-set.ts';
import { refuse } from '../discord-error.ts';
import { guildIdOf, type GuildChannel, type ThreadChannel } from './channel.ts';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/** The body of a request that starts a thread. */
export interface ThreadBody {
  readonly name: string;
  readonly auto_archive_duration?: ThreadAutoArchiveDuration | null;
  readonly rate_limit_per_user?: number | null;
  readonly type?: ThreadChannelType | null;
  readonly invitable?: boolean | null;
}

/** Starts a thread in a channel, from a message if one is given, and publishes it. */
export function startThread(
  world: World,
  parent: GuildChannel,
  body: ThreadBody,
  from?: StoredMessage,
): ThreadChannel {
  if (from?.api.thread) throw refuse('threadExists');
  const ownerId = world.application.bot.id;
  const now = new Date(world.clock.now()).toISOString();
  const isNews = parent.type === ChannelType.GuildAnnouncement;
  const publicType = isNews ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const type = from ? publicType : (body.type ?? ChannelType.PrivateThread);
  // A thread that is started from a message has that message's id.
  const id = from?.api.id ?? world.ids.next();
  const thread = {
    id,
    type,
    guild_id: parent.guild_id,
    parent_id: parent.id,
    owner_id: ownerId,
    name: body.name,
    last_message_id: null,
    last_pin_timestamp: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: body.rate_limit_per_user ?? 0,
    flags: bitSet(0),
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: body.auto_archive_duration ?? ThreadAutoArchiveDuration.OneDay,
      archive_timestamp: now,
      create_timestamp: now,
      ...(type === ChannelType.PrivateThread ? { invitable: body.invitable ?? true } : {}),
    },
    member: { id, user_id: ownerId, join_timestamp: now, flags: bitSet(0) },
  } as ThreadChannel;
  world.channels.set(id, thread);
  if (from) {
    from.api.thread = thread;
    from.api.flags = bitSet((from.api.flags ?? 0) | MessageFlags.HasThread);
  }
  world.feed.publish({
    dispatch: { t: GatewayDispatchEvents.ThreadCreate, d: { ...thread, newly_created: true } },
    intent: GatewayIntentBits.Guilds,
    guildId: parent.guild_id,
    channelId: parent.id,
  });
  return thread;
}

/** Changes a thread and publishes that. */
export function changeThread(
  world: World,
  thread: ThreadChannel,
  change: {
    readonly name?: string | null;
    readonly archived?: boolean | null;
    readonly locked?: boolean | null;
    readonly auto_archive_duration?: ThreadAutoArchiveDuration | null;
    readonly rate_limit_per_user?: number | null;
  },
): ThreadChannel {
  const meta = thread.thread_metadata;
  const archived = change.archived ?? meta.archived;
  if (archived !== meta.archived) {
    meta.archive_timestamp = new Date(world.clock.now()).toISOString();
  }
  meta.archived = archived;
  meta.locked = change.locked ?? meta.locked;
  meta.auto_archive_duration = change.auto_archive_duration ?? meta.auto_archive_duration;
  thread.name = change.name ?? thread.name;
  thread.rate_limit_per_user = change.rate_limit_per_user ?? thread.rate_limit_per_user ?? 0;
  world.feed.publish({
    dispatch: { t: GatewayDispatchEvents.ThreadUpdate, d: thread },
    intent: GatewayIntentBits.Guilds,
    guildId: thread.guild_id,
    channelId: thread.id,
  });
  return thread;
}

/** Lists the threads of a channel that `isWanted` accepts, the latest archived first. */
export function listThreads(
  world: World,
  parentId: Snowflake,
  isWanted: (thread: ThreadChannel) => boolean,
): ThreadChannel[] {
  const parent = world.channels.get(parentId);
  return world.channels
    .ofGuild((parent && guildIdOf(parent)) ?? '')
    .filter((one): one is ThreadChannel => 'parent_id' in one && one.parent_id === parentId)
    .filter(isWanted)
    .toSorted((left, right) =>
      right.thread_metadata.archive_timestamp.localeCompare(left.thread_metadata.archive_timestamp),
    );
}
