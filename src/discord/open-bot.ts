import { GatewayDispatchEvents, Status, type Client } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import { buildCommandJson } from '../command/build-command-json.ts';
import type { Command } from '../command/command.ts';
import { localizations } from '../command/localizations/localizations.ts';
import type { Services } from '../command/services.ts';
import type { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import { prepareMaps } from '../render/picture/prepare-maps.ts';
import { runInSlices } from '../slices.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createAttachPictures } from './pictures/attach-pictures.ts';
import { createAnswerRest, createClient } from './rest/client.ts';
import { destroyClient } from './gateway/destroy-client.ts';
import { createDispatch } from './interactions/dispatch.ts';
import { logIn, type LoginPatience } from './gateway/log-in.ts';
import { registerCommands } from './rest/register.ts';
import { renderPng, type RenderPng } from './pictures/render-png.ts';
import { createUnderWay } from './interactions/under-way.ts';
import { watchConnection } from './gateway/watch-connection.ts';

/** What the bot is made of. */
export interface BotDependencies {
  readonly token: string;
  /** Discord's own by default. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly services: Services;
  /** Remembers which commands are registered where. */
  readonly registrations: RecordStore<string>;
  /** Registers the commands in this guild only, where they appear at once. */
  readonly developmentGuildId?: string;
  readonly now: () => Date;
  readonly log: Log;
  /** Called at most once, when the bot can do nothing any more until someone mends it. */
  readonly onFatal: (error: UserError) => void;
  readonly patience?: LoginPatience;
  /** Draws pictures; with resvg by default. */
  readonly renderPng?: RenderPng;
}

/** A bot that is logged in and answers. */
export interface Bot {
  readonly client: Client<true>;
  /** Settles when the commands are registered or Discord has refused them; never rejects. */
  readonly registered: Promise<'registered' | 'unchanged' | 'failed'>;
  health(): BotHealth;
  /** Lets answers that are under way finish for a few seconds, then logs out. */
  close(): Promise<void>;
}

/** How the connection is. */
interface BotHealth {
  readonly connected: boolean;
  readonly guildCount: number;
  /** Absent until the first heartbeat has been answered. */
  readonly gatewayLatencyMs?: number;
}

/** Commands are registered and stored articles on their way by then. */
const PREPARE_AFTER_MS = 2_000;

/** How long `close` waits for answers that are under way. */
const CLOSE_GRACE_MS = 5_000;

/**
 * Logs in, registers the commands and answers from then on.
 * Throws a UserError when Discord does not let the bot in.
 */
export async function openBot(dependencies: BotDependencies): Promise<Bot> {
  const { log } = dependencies;
  const rest = createAnswerRest(dependencies);
  const attachPictures = createAttachPictures(dependencies.renderPng ?? renderPng, log);
  const dispatch = createDispatch({ ...dependencies, rest, attachPictures });
  const answers = createUnderWay((err) => log.error({ err }, 'an interaction was not understood'));
  const closing = new AbortController();

  function createListeningClient(): Client {
    const client = createClient(dependencies);
    // The event as it came: complete, typed, and what an HTTP endpoint would be sent as well.
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      if (!closing.signal.aborted) answers.add(dispatch(interaction));
    });
    return client;
  }

  function stopRest(): void {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }

  let client: Client<true>;
  try {
    client = await logIn({ ...dependencies, createClient: createListeningClient });
  } catch (error) {
    stopRest();
    throw error;
  }
  log.info({ guilds: client.guilds.cache.size, user: client.user.tag }, 'logged in to Discord');
  // Whoever asks for the first map should not wait for what all maps need.
  const preparing = setTimeout(() => void runInSlices(prepareMaps()), PREPARE_AFTER_MS).unref();
  watchConnection(client, { ...dependencies, closing: closing.signal });

  return {
    client,
    registered: register(client, dependencies, closing.signal),
    health: () => describeHealth(client),
    async close() {
      closing.abort();
      clearTimeout(preparing);
      await answers.settle(CLOSE_GRACE_MS);
      await destroyClient(client);
      stopRest();
    },
  };
}

async function register(
  client: Client<true>,
  { commands, registrations, developmentGuildId, log }: BotDependencies,
  signal: AbortSignal,
): Promise<'registered' | 'unchanged' | 'failed'> {
  try {
    const outcome = await registerCommands(
      {
        applicationId: client.application.id,
        ...(developmentGuildId && { guildId: developmentGuildId }),
        commands: commands.map((command) => buildCommandJson(command, localizations)),
      },
      { rest: client.rest, hashes: registrations, signal },
    );
    log.info({ commands: commands.length, guild: developmentGuildId }, `commands ${outcome}`);
    return outcome;
  } catch (error) {
    if (!signal.aborted)
      log.error({ err: error }, 'the commands could not be registered; Discord shows the old ones');
    return 'failed';
  }
}

function describeHealth(client: Client<true>): BotHealth {
  const { ping } = client.ws;
  return {
    // The client calls itself ready for as long as it has not been destroyed.
    connected: client.ws.shards.every((shard) => shard.status === Status.Ready),
    guildCount: client.guilds.cache.size,
    ...(ping >= 0 && { gatewayLatencyMs: ping }),
  };
}
