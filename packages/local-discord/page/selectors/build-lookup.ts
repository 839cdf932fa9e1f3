import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { View, ViewChannel, ViewMember } from '../../view/view.ts';
import type { Lookup } from '../lookup.ts';
import { guildOf, listChannels } from '../state/choose-channel.ts';

/** The data that a lookup reads. */
export interface LookupParts {
  readonly view: View;
  readonly channel: ViewChannel;
  readonly commands: readonly APIApplicationCommand[];
  readonly locale: string;
  readonly zone: string;
  readonly now: () => number;
}

/** Builds the lookup for the messages of a channel. */
export function buildLookup(parts: LookupParts): Lookup {
  const { view, channel, commands } = parts;
  const guild = guildOf(view, channel.id);
  const members = guild?.members ?? listUsers(view);
  const channels = listChannels(view);
  return {
    meId: view.me.id,
    locale: parts.locale,
    zone: parts.zone,
    now: parts.now,
    members,
    roles: guild?.roles ?? [],
    channels: guild?.channels ?? [],
    member: (id) => members.find(({ user }) => user.id === id),
    role: (id) => guild?.roles.find((role) => role.id === id),
    channel: (id) => channels.find((one) => one.id === id),
    commandId: (name) => commands.find((one) => one.name === name.split(' ')[0])?.id,
  };
}

/**
 * A direct conversation has only the viewer and the bot, whose user is taken from a server with
 * both.
 */
function listUsers(view: View): Pick<ViewMember, 'user' | 'nick' | 'roles'>[] {
  const bot = view.guilds
    .flatMap((guild) => guild.members)
    .find(({ user }) => user.id === view.application.id);
  const users = bot ? [view.me, bot.user] : [view.me];
  return users.map((user) => ({ user, roles: [] }));
}
