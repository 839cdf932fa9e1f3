import { randomBytes } from 'node:crypto';
import {
  ApplicationIntegrationType,
  GatewayDispatchEvents,
  InteractionContextType,
  type APIInteraction,
  type APIMessage,
  type InteractionType,
  type Snowflake,
} from 'discord-api-types/v10';
import { startStopwatch } from '../clock.ts';
import { limits } from '../limits.ts';
import type { LocaleCode } from '../locales.ts';
import { guildIdOf, type Channel } from '../state/channel.ts';
import { forgetOldInteractions } from '../state/forget-old-interactions.ts';
import type { StoredInteraction } from '../state/records/interaction.ts';
import { channelPermissions } from '../state/permissions.ts';
import type { World } from '../state/world.ts';

/** A user's action, without the user and the channel. */
export interface Act {
  readonly type: InteractionType;
  readonly data: object;
  /** The message with the component, or the message that the modal was opened from. */
  readonly message?: APIMessage | undefined;
  /** For a submitted modal: the interaction that opened it. */
  readonly openedBy?: StoredInteraction | undefined;
}

/** A user who acts in a channel. */
export interface Actor {
  readonly userId: Snowflake;
  readonly channel: Channel;
  readonly locale: LocaleCode;
}

/** Sends the bot an interaction with all the fields of Discord's, and stores it by its token. */
export function sendInteraction(
  world: World,
  actor: Actor,
  { openedBy, ...act }: Act,
): StoredInteraction {
  const { channel, userId } = actor;
  const token = randomBytes(48).toString('base64url');
  const guildId = guildIdOf(channel);
  const api = {
    id: world.ids.next(),
    application_id: world.application.id,
    version: 1,
    token,
    ...act,
    channel: { ...channel, permissions: permissionsOf(world, channel, userId) },
    channel_id: channel.id,
    locale: actor.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: limits.fileBytes,
    app_permissions: permissionsOf(world, channel, world.application.bot.id),
    authorizing_integration_owners: ownersOf(world, guildId, userId),
    ...describeActor(world, actor, guildId),
  } as unknown as APIInteraction;
  const interaction: StoredInteraction = {
    api,
    token,
    userId,
    channelId: channel.id,
    openedBy,
    elapsedMs: startStopwatch(world.clock),
    followUpIds: [],
    answers: 0,
    listeners: new Set(),
  };
  forgetOldInteractions(world);
  world.interactions.set(token, interaction);
  world.feed.publish({
    dispatch: { t: GatewayDispatchEvents.InteractionCreate, d: api },
    intent: 0,
    guildId,
  });
  return interaction;
}

function describeActor(world: World, actor: Actor, guildId: Snowflake | undefined): object {
  const guild = world.guilds.get(guildId ?? '');
  if (!guild) {
    return { user: world.users.get(actor.userId), context: InteractionContextType.BotDM };
  }
  return {
    guild_id: guild.api.id,
    guild: {
      id: guild.api.id,
      locale: guild.api.preferred_locale,
      features: guild.api.features,
    },
    guild_locale: guild.api.preferred_locale,
    member: {
      ...guild.members.get(actor.userId),
      permissions: permissionsOf(world, actor.channel, actor.userId),
    },
    context: InteractionContextType.Guild,
  };
}

/** Returns who has installed the app: the guild, the user, or `0` for the guild in a DM channel. */
function ownersOf(world: World, guildId: Snowflake | undefined, userId: Snowflake): object {
  const inGuild = world.guilds.get(guildId ?? '')?.members.has(world.application.bot.id);
  return {
    ...(guildId === undefined ? { [ApplicationIntegrationType.GuildInstall]: '0' } : {}),
    ...(inGuild ? { [ApplicationIntegrationType.GuildInstall]: guildId } : {}),
    ...(world.userInstalls.has(userId) ? { [ApplicationIntegrationType.UserInstall]: userId } : {}),
  };
}

function permissionsOf(world: World, channel: Channel, userId: Snowflake): string {
  return String(channelPermissions(world, channel, userId));
}
