import type { Snowflake } from 'discord-api-types/v10';
import type { View, ViewChannel, ViewGuild } from '../../view/view.ts';

/** Lists all channels that the viewer can open. The direct conversation with the bot is last. */
export function listChannels(view: View): ViewChannel[] {
  return [...view.guilds.flatMap((guild) => guild.channels), view.direct];
}

/** Chooses the first of the wanted channels that the viewer can see, or else the first channel. */
export function chooseChannel(view: View, wanted: readonly (Snowflake | undefined)[]): ViewChannel {
  const all = listChannels(view);
  for (const id of wanted) {
    const found = all.find((channel) => channel.id === id);
    if (found) return found;
  }
  return all[0] ?? view.direct;
}

/** Finds the server of a channel; undefined for the direct conversation with the bot. */
export function guildOf(view: View, channelId: Snowflake | undefined): ViewGuild | undefined {
  return view.guilds.find((guild) => guild.channels.some(({ id }) => id === channelId));
}
