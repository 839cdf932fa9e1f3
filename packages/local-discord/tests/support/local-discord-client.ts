import {
  Client,
  Events,
  GatewayIntentBits,
  type ClientOptions,
  type Interaction,
} from 'discord.js';
import {
  openLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../local-discord.ts';

/** A local Discord with an ordinary discord.js client logged in to it; `await using` closes both. */
export interface World extends AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
}

/** Opens a local Discord and logs a client in; `answer` is called with every interaction. */
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

/** Logs an unmodified discord.js client in and waits until it is ready. */
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

/** Creates a client that speaks to a local Discord, not logged in yet. */
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

/** Parsed JSON of any shape: what a test reads of it, it asserts. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** Sends a request to the REST API as the bot would, without a client's queues and retries. */
export async function ask(
  discord: LocalDiscord,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; json: Json }> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const isForm = body instanceof FormData;
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text ? JSON.parse(text) : null,
  };
}

/** Waits until a condition holds; fails after half a minute, or what is given. */
export async function until(
  condition: () => unknown,
  what: string,
  withinMs = 30_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
