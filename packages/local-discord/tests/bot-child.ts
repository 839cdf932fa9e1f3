import { Client, Events, GatewayIntentBits } from 'discord.js';

/** A bot for a process of its own: once ready it posts one message, always with the same nonce, and says so. */
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
