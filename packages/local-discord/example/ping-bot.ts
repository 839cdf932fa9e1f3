import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';

/** Logs in a bot that answers `/ping`. `apiUrl` is Discord's own by default. */
export async function openPingBot(token: string, apiUrl?: string): Promise<Client> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(apiUrl !== undefined && { rest: { api: apiUrl } }),
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('Pong!');
  });
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  await client.application?.commands.set([{ name: 'ping', description: 'Answers' }]);
  return client;
}
