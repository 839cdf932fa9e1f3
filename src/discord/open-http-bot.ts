import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Routes, type APIApplication } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';
import type { ListenAddress } from '../listen-address.ts';
import { createInteractionsEndpoint } from './endpoint/interactions-endpoint.ts';
import { createSignatureCheck } from './endpoint/verify-signature.ts';
import { createAnswering } from './interactions/answering.ts';
import { createServerWatch } from './interactions/watch-servers.ts';
import type { AnsweringBot, AnsweringDependencies, BotDependencies } from './open-bot.ts';
import { openSender, type SenderDependencies } from './open-sender.ts';
import { registerAll } from './rest/register-all.ts';

/** The dependencies of a bot whose interactions come by HTTP. */
export interface HttpBotDependencies
  extends AnsweringDependencies, SenderDependencies, Pick<BotDependencies, 'onGuild'> {
  /** Where to listen. Whatever speaks https to Discord passes requests on to it. */
  readonly listenAt: ListenAddress;
}

/** A bot whose interactions come by HTTP. */
export interface HttpBot extends AnsweringBot {
  /** Where it listens, such as "http://127.0.0.1:8080/". */
  readonly url: string;
}

/**
 * Opens a bot without a connection to the gateway: it learns its public key from Discord, registers the commands, and
 * listens for interactions. While Discord cannot be reached, it waits. Throws a UserError if waiting cannot help.
 */
export async function openHttpBot(dependencies: HttpBotDependencies): Promise<HttpBot> {
  const { listenAt, log } = dependencies;
  const sender = await openSender(dependencies);
  const closing = new AbortController();
  const answering = createAnswering(dependencies);
  const seeServer = createServerWatch((guild) => dependencies.onGuild?.(guild));
  try {
    const {
      id,
      verify_key: publicKey,
      ...application
    } = (await sender.rest.get(Routes.currentApplication())) as APIApplication;
    const server = createInteractionsEndpoint({
      verify: createSignatureCheck(publicKey),
      onInteraction(interaction) {
        answering.take(interaction);
        seeServer(interaction);
      },
      onError: (err) => log.error({ err }, 'the server for interactions failed'),
    });
    const { host, port } = await listen(server, listenAt);
    log.info({ host, port }, 'listening for interactions');
    async function stopAnswering(): Promise<void> {
      closing.abort();
      server.close();
      await answering.stop();
    }
    const guildCount = application.approximate_guild_count ?? 0;
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
      port: sender.port,
      guilds: sender.guilds,
      registered: registerAll(id, sender.rest, dependencies, closing.signal),
      health: () => ({ connected: server.listening, guildCount }),
      stopAnswering,
      async close() {
        await stopAnswering();
        server.closeAllConnections();
        answering.dispose();
        sender.close();
      },
    };
  } catch (error) {
    answering.dispose();
    sender.close();
    throw error;
  }
}

async function listen(
  server: ReturnType<typeof createInteractionsEndpoint>,
  { host, port }: ListenAddress,
): Promise<ListenAddress> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return { host, port: (server.address() as AddressInfo).port };
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new UserError(
      'bad-config',
      `The bot cannot listen for interactions at ${host}:${port} (${code}). Choose another address.`,
      { cause },
    );
  }
}
