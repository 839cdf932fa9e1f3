import type { Snowflake } from 'discord-api-types/v10';
import type { View, ViewChannel, ViewGuild } from '../../view/view.ts';

/** Lists everything that the viewer can open, the conversation with the bot last. */
export function listChannels(view: View): ViewChannel[] {
  return [...view.guilds.flatMap((guild) => guild.channels), view.direct];
}

/** Chooses the first of the wanted channels that the viewer can see, or the first of all. */
export function chooseChannel(view: View, wanted: readonly (Snowflake | undefined)[]): ViewChannel {
  const all = listChannels(view);
  for (const id of wanted) {
    const found = all.find((channel) => channel.id === id);
    if (found) return found;
  }
  return all[0] ?? view.direct;
}

/** The server that a channel stands in; none for the conversation with the bot. */
export function guildOf(view: View, channelId: Snowflake | undefined): ViewGuild | undefined {
  return view.guilds.find((guild) => guild.channels.some(({ id }) => id === channelId));
}
