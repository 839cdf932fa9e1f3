import { Client, Events, GatewayIntentBits } from 'discord.js';

// A bot that runs in a process of its own. It posts one message, always with the same nonce, and prints its id.
const [apiUrl = '', token = '', channelId = ''] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
client.on(Events.Error, () => {});
client.once(Events.ClientReady, () => {
  void (async () => {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) throw new Error('There is no such channel.');
    const message = await channel.send({ content: 'edition', nonce: 'slot-1', enforceNonce: true });
    process.stdout.write(`posted ${message.id}\n`);
  })();
});
await client.login(token);
