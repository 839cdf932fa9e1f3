import type { Client, Interaction } from 'discord.js';
import { openLocalDiscord, type LocalDiscord, type LocalDiscordOptions } from '../local-discord.ts';
import { logIn } from './log-in.ts';

/** A local Discord and a discord.js client that is logged in to it. `await using` closes both. */
export interface World extends AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
}

/** Opens a local Discord and logs in a client. `answer` is called with every interaction. */
export async function openWorld(
  options: LocalDiscordOptions = {},
  answer?: (interaction: Interaction) => unknown,
): Promise<World> {
  const discord = await openLocalDiscord(options);
  const client = await logIn(discord, {}, answer);
  return {
    discord,
    client,
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await discord.close();
    },
  };
}
