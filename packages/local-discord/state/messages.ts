import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
  type APIMessage,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import { bitSet } from '../bit-set.ts';
import { buildAttachments, createMediaResolver, renderEmbeds, type Upload } from './attachments.ts';
import { guildIdOf, isDm, isThread, type Channel } from './channel.ts';
import { listTexts } from './component-tree.ts';
import { defaultAllowedMentions, resolveMentions } from './mentions.ts';
import type { MessageBody } from './message-body.ts';
import { renderComponents } from './render-components.ts';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/** Flags that an edit may change. */
const editableFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
/** Flags that a new message may have. Only Discord sets the others. */
const settableFlags = editableFlags | MessageFlags.SuppressNotifications;

/** A message to be posted. */
export interface MessageDraft {
  readonly channel: Channel;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly uploads?: readonly Upload[];
  /** Fields that the server sets, such as type, reference and interaction metadata. */
  readonly extra?: Partial<APIMessage>;
  readonly ephemeralTo?: Snowflake | undefined;
  /** Whether it answers an interaction. Then it pings only users by default. */
  readonly answersInteraction?: boolean;
  /** Whether it shows that the bot is thinking. */
  readonly isLoading?: boolean;
}

/** Stores a message and publishes it. The body must have been checked. */
export function postMessage(world: World, draft: MessageDraft): StoredMessage {
  const { channel, author, body } = draft;
  const attachments = buildAttachments(world, channel.id, body, draft.uploads ?? []);
  const resolveMedia = createMediaResolver(world, attachments);
  const api: APIMessage = {
    type: MessageType.Default,
    ...draft.extra,
    id: world.ids.next(),
    channel_id: channel.id,
    author,
    content: (body.content ?? '').trim(),
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    flags: bitSet(flagsOf(draft)),
    attachments,
    embeds: renderEmbeds(body.embeds ?? [], resolveMedia),
    components: renderComponents(body.components ?? [], resolveMedia),
    ...mentionsOf(world, draft, draft.extra?.referenced_message ?? undefined),
  };
  const nonce = body.nonce ?? undefined;
  const { ephemeralTo } = draft;
  const stored = { api, guildId: guildIdOf(channel), ephemeralTo, nonce, requests: [] };
  messagesIn(world, channel.id).set(api.id, stored);
  if (ephemeralTo === undefined) {
    channel.last_message_id = api.id;
    if (isThread(channel)) {
      channel.message_count += 1;
      channel.total_message_sent += 1;
    }
  }
  publishMessage(world, channel, stored, GatewayDispatchEvents.MessageCreate);
  return stored;
}

/** Edits a message in place and publishes it. Fields that the body lacks do not change. */
export function editMessage(
  world: World,
  channel: Channel,
  stored: StoredMessage,
  body: MessageBody,
  options: { uploads?: readonly Upload[]; answersInteraction?: boolean } = {},
): StoredMessage {
  const { api } = stored;
  const present = api.attachments;
  api.attachments = buildAttachments(world, channel.id, body, options.uploads ?? [], present);
  const gone = present.filter((file) => !api.attachments.includes(file));
  for (const file of gone) world.files.delete(file.id);
  const resolveMedia = createMediaResolver(world, api.attachments);
  if (body.content !== undefined) api.content = (body.content ?? '').trim();
  if (body.embeds !== undefined) api.embeds = renderEmbeds(body.embeds ?? [], resolveMedia);
  if (body.components !== undefined) {
    api.components = renderComponents(body.components ?? [], resolveMedia);
  }
  const before = api.flags ?? 0;
  const requested = body.flags ?? before & editableFlags;
  const kept = before & ~MessageFlags.SuppressEmbeds & ~MessageFlags.Loading;
  api.flags = bitSet(kept | (requested & editableFlags));
  const wasLoading = (before & MessageFlags.Loading) !== 0;
  if (!wasLoading) api.edited_timestamp = new Date(world.clock.now()).toISOString();
  if (body.content !== undefined || body.components !== undefined) {
    const draft = { channel, author: api.author, body, ...options };
    Object.assign(api, mentionsOf(world, draft, api.referenced_message ?? undefined, api));
  }
  publishMessage(world, channel, stored, GatewayDispatchEvents.MessageUpdate);
  return stored;
}

/** Deletes a message and publishes that. */
export function deleteMessage(world: World, channel: Channel, stored: StoredMessage): void {
  messagesIn(world, channel.id).delete(stored.api.id);
  for (const file of stored.api.attachments) world.files.delete(file.id);
  const { ephemeralTo: to } = stored;
  if (to !== undefined) {
    const ids = { channelId: channel.id, messageId: stored.api.id };
    world.viewUpdates.publish({ event: { kind: 'message-delete', ...ids }, to });
    return;
  }
  world.feed.publish({
    dispatch: {
      t: GatewayDispatchEvents.MessageDelete,
      d: { id: stored.api.id, channel_id: channel.id, ...guildPart(stored.guildId) },
    },
    intent: messageIntent(channel),
    guildId: stored.guildId,
    channelId: channel.id,
  });
}

/** Returns a channel's messages, oldest first. Later messages are added to the same map. */
export function messagesIn(world: World, channelId: Snowflake): Map<Snowflake, StoredMessage> {
  const present = world.messages.get(channelId);
  if (present) return present;
  const created = new Map<Snowflake, StoredMessage>();
  world.messages.set(channelId, created);
  return created;
}

function flagsOf(draft: MessageDraft): number {
  const ephemeral = draft.ephemeralTo === undefined ? 0 : MessageFlags.Ephemeral;
  const loading = draft.isLoading ? MessageFlags.Loading : 0;
  return ((draft.body.flags ?? 0) & settableFlags) | ephemeral | loading;
}

function mentionsOf(
  world: World,
  draft: Pick<MessageDraft, 'channel' | 'author' | 'body' | 'answersInteraction'>,
  referenced: APIMessage | undefined,
  edited?: APIMessage,
): ReturnType<typeof resolveMentions> {
  const { body } = draft;
  const kind = draft.answersInteraction ? 'interaction' : 'message';
  const texts = [
    body.content ?? edited?.content ?? '',
    ...listTexts(body.components ?? edited?.components ?? []),
  ];
  return resolveMentions(world, {
    text: texts.join('\n'),
    channel: draft.channel,
    authorId: draft.author.id,
    allowed: body.allowed_mentions ?? defaultAllowedMentions[kind],
    // A follow-up does not ping the bot, although it replies to the bot's own message.
    repliedTo: draft.answersInteraction ? undefined : referenced?.author,
  });
}

function publishMessage(
  world: World,
  channel: Channel,
  stored: StoredMessage,
  event: GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate,
): void {
  const { ephemeralTo: to, api: message } = stored;
  if (to !== undefined) {
    if (stored.isDismissed) return;
    const kind = event === GatewayDispatchEvents.MessageCreate ? 'message' : 'message-edit';
    world.viewUpdates.publish({ event: { kind, channelId: channel.id, message }, to });
    return;
  }
  const member = world.guilds.get(stored.guildId ?? '')?.members.get(stored.api.author.id);
  const { user: _user, ...memberWithoutUser } = member ?? {};
  const context = {
    ...guildPart(stored.guildId),
    ...(member ? { member: memberWithoutUser as Omit<typeof member, 'user'> } : {}),
    channel_type: channel.type,
  };
  world.feed.publish({
    dispatch: { t: event, d: { ...stored.api, ...nonceOf(event, stored), ...context } },
    intent: messageIntent(channel),
    guildId: stored.guildId,
    channelId: channel.id,
  });
}

function nonceOf(event: GatewayDispatchEvents, stored: StoredMessage): { nonce?: string | number } {
  const isCreate = event === GatewayDispatchEvents.MessageCreate;
  return isCreate && stored.nonce !== undefined ? { nonce: stored.nonce } : {};
}

function guildPart(guildId: Snowflake | undefined): { guild_id?: Snowflake } {
  return guildId === undefined ? {} : { guild_id: guildId };
}

function messageIntent(channel: Channel): number {
  return isDm(channel) ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}
