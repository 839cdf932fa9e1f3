import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { bitSet } from '../bit-set.ts';
import { isGuildChannel, isThread } from '../state/channel.ts';
import type { Guild } from '../state/records/guild.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';
import { shardOf } from './visible.ts';

/** Sends READY and, if the session has the Guilds intent, a GUILD_CREATE for each guild. */
export function greet(world: World, session: Session): void {
  const joined = [...world.guilds.values()].filter(
    (guild) =>
      guild.members.has(world.application.bot.id) &&
      shardOf(guild.api.id, session.shard[1]) === session.shard[0],
  );
  const ready = {
    v: 10,
    user: { ...world.application.bot, mfa_enabled: false, verified: true, email: null },
    guilds: joined.map((guild) => ({ id: guild.api.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: gatewayUrl(world),
    shard: [session.shard[0], session.shard[1]],
    application: { id: world.application.id, flags: bitSet(0), flags_new: '0' },
  } satisfies GatewayReadyDispatchData;
  session.dispatch({ t: GatewayDispatchEvents.Ready, d: ready });
  if (!(session.intents & GatewayIntentBits.Guilds)) return;
  for (const guild of joined) {
    session.dispatch({ t: GatewayDispatchEvents.GuildCreate, d: buildGuildCreate(world, guild) });
  }
}

/** Returns the gateway's URL. */
export function gatewayUrl(world: World): string {
  return `${world.url.replace(/^http/, 'ws')}/`;
}

/** Builds the data of GUILD_CREATE. Its only member is the bot, as without the members intent. */
export function buildGuildCreate(world: World, guild: Guild): GatewayGuildCreateDispatchData {
  const channels = world.channels.ofGuild(guild.api.id);
  const own = guild.members.get(world.application.bot.id);
  return {
    ...guild.api,
    joined_at: own?.joined_at ?? new Date(world.clock.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: own ? [own] : [],
    channels: channels.filter(isGuildChannel),
    threads: channels.filter(isThread).filter((thread) => !thread.thread_metadata.archived),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
