import type { APIMessage, APIRole, APIUser } from 'discord-api-types/v10';
import type { View, ViewChannel, ViewGuild, ViewMember } from '../../view/view.ts';

/** Builds a user. */
export function buildUser(id: string, name = `user-${id}`): APIUser {
  return { id, username: name, global_name: null, discriminator: '0', avatar: null };
}

/** Builds a message that is sent as many seconds after noon as its id. */
export function buildMessage(id: string, over: Partial<APIMessage> = {}): APIMessage {
  return {
    id,
    type: 0,
    channel_id: '100',
    author: buildUser('9', 'bot'),
    content: `message ${id}`,
    timestamp: new Date(Date.UTC(2026, 2, 1, 12) + Number(id) * 1_000).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ...over,
  };
}

/** Builds a channel. */
export function buildChannel(id: string, over: Partial<ViewChannel> = {}): ViewChannel {
  return { id, type: 0, name: `channel-${id}`, guildId: '1', canSend: true, ...over };
}

/** Builds a member with roles. */
export function buildMember(user: APIUser, roles: string[] = []): ViewMember {
  return { user, roles, nick: null } as unknown as ViewMember;
}

/** Builds a role at a position in the list. */
export function buildRole(id: string, position: number, over: Partial<APIRole> = {}): APIRole {
  return { id, name: `role-${id}`, position, color: 0, ...over } as unknown as APIRole;
}

/** Builds a server with the channels 100 and 200. */
export function buildGuild(over: Partial<ViewGuild> = {}): ViewGuild {
  return {
    id: '1',
    name: 'Server',
    ownerId: '5',
    roles: [],
    members: [],
    channels: [buildChannel('100'), buildChannel('200')],
    ...over,
  };
}

/** Builds the view of user 5. */
export function buildView(over: Partial<View> = {}): View {
  return {
    now: 1_000,
    application: { id: '9', name: 'bot', isOnline: true },
    hints: [],
    me: buildUser('5', 'me'),
    people: [buildUser('5', 'me'), buildUser('6', 'other')],
    guilds: [buildGuild()],
    direct: buildChannel('300', { type: 1, name: 'bot' }),
    ...over,
  };
}
