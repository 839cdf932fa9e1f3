import {
  Client,
  Events,
  GatewayIntentBits,
  type ClientOptions,
  type Interaction,
} from 'discord.js';
import type { LocalDiscord } from '../local-discord.ts';

/** Logs in an unmodified discord.js client. Resolves when it is ready. `answer` is called with every interaction. */
export async function logIn(
  discord: LocalDiscord,
  options: Partial<ClientOptions> = {},
  answer?: (interaction: Interaction) => unknown,
): Promise<Client<true>> {
  const client = createClient(discord, options);
  client.on(Events.Error, () => {});
  if (answer) {
    client.on(Events.InteractionCreate, (interaction) => {
      void Promise.resolve(answer(interaction)).catch((error: unknown) =>
        client.emit(Events.Error, error as Error),
      );
    });
  }
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  await client.login(discord.token);
  await ready;
  return client as Client<true>;
}

/** Creates a client of a local Discord without logging it in. */
export function createClient(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    ...options,
    rest: { ...options.rest, api: discord.apiUrl },
  });
}
