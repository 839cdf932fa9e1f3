import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Locale, type Snowflake } from 'discord-api-types/v10';
import type { Acting } from './acting/acting.ts';
import { createActingUser } from './acting/acting-user.ts';
import { createClock } from './clock.ts';
import { deliverInteractions } from './endpoint/deliver-interactions.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { openGateway } from './gateway/gateway.ts';
import { createMovableClock, type MovableClock } from './movable-clock.ts';
import { createServerApp } from './rest/server-app.ts';
import type { Page } from './serve/open-page.ts';
import { openDm } from './state/open-dm.ts';
import { createLocalState, type LocalState } from './state/local-state.ts';
import { seedWorld } from './state/seed-world.ts';
import type { Hint } from './view/view.ts';

/** Options of a local Discord. */
export interface LocalDiscordOptions {
  /** The port to listen on at 127.0.0.1; 0, the default, picks a free one. */
  readonly port?: number;
  /** The wall clock of ids, time stamps and deadlines, in ms since 1970; the machine's by default. */
  readonly now?: () => number;
  /** A movable wall clock to use instead of `now`, for sharing it with the bot; created from `now` by default. */
  readonly clock?: MovableClock;
  /** Finds or builds the page. It is called once the server listens. Without it there is no page. */
  readonly openPage?: () => Promise<Page>;
  /** The name of the application and its bot; `Test Bot` by default. */
  readonly applicationName?: string;
  /** Commands that the page suggests on a first visit; none by default. */
  readonly hints?: readonly Hint[];
  /** Privileged intents that the bot may use, as gateway bits; none by default. */
  readonly privilegedIntents?: number;
  /** How many of the bot's shards may identify within five seconds; 1 by default. */
  readonly maxConcurrency?: number;
  /** How many shards it advises the bot to have; 1 by default. */
  readonly shards?: number;
  /** Whether rate limits are enforced; true by default. */
  readonly rateLimits?: boolean;
}

/** A Discord on this machine that speaks HTTP and WebSocket. */
export interface LocalDiscord extends Acting {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The value of discord.js's option `rest.api`. */
  readonly apiUrl: string;
  /** The only token that a bot can log in with. */
  readonly token: string;
  readonly applicationId: Snowflake;
  readonly guildId: Snowflake;
  /** The guild's first text channel, which is also its system channel. */
  readonly channelId: Snowflake;
  /** A member with Manage Server. */
  readonly managerId: Snowflake;
  /** A member without Manage Server. */
  readonly memberId: Snowflake;
  readonly state: LocalState;
  readonly faults: Faults;
  /** Closes all connections and frees the port. */
  close(): Promise<void>;
}

/** Opens a Discord on loopback with one small guild. Rejects if the port is taken. */
export async function openLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const clock = options.clock ?? createMovableClock(options.now ?? Date.now);
  const seed = seedWorld(
    createClock(() => clock.now()),
    options.applicationName ?? 'Test Bot',
  );
  const { world } = seed;
  world.application.privilegedIntents = options.privilegedIntents ?? 0;
  world.application.maxConcurrency = options.maxConcurrency ?? 1;
  world.application.shards = options.shards ?? 1;
  const asUser: Acting['asUser'] = (userId, { channelId, locale } = {}) =>
    createActingUser(world, {
      userId,
      channelId: channelId ?? seed.channelId,
      locale: locale ?? Locale.EnglishUS,
    });
  const openDirectMessage: Acting['openDirectMessage'] = (userId, { locale } = {}) => {
    const user = world.users.get(userId);
    if (!user) throw new Error(`There is no user ${userId}.`);
    const channelId = openDm(world, user).id;
    return asUser(userId, { channelId, ...(locale === undefined ? {} : { locale }) });
  };

  clock.onMove((now) => world.viewUpdates.publish({ event: { kind: 'clock', now } }));
  const faults = createFaults();
  let opened: Promise<Page> | undefined;
  const page = () => (opened ??= options.openPage?.());
  const app = createServerApp({
    world,
    faults,
    enforceRateLimits: options.rateLimits ?? true,
    gateway: () => gateway,
    acting: { asUser, openDirectMessage, clock },
    home: { channelId: seed.channelId, hints: options.hints ?? [] },
    page,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const gateway = openGateway(world, server);
  faults.attachGateway(gateway);
  const stopDelivering = deliverInteractions(world);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  // Starts the build now, so that the page is ready when somebody opens it.
  void page();
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: world.url,
    apiUrl: `${world.url}/api`,
    token: world.application.token,
    applicationId: world.application.id,
    guildId: seed.guildId,
    channelId: seed.channelId,
    managerId: seed.managerId,
    memberId: seed.memberId,
    state: createLocalState(world),
    faults,
    clock,
    asUser,
    openDirectMessage,
    async close() {
      clock.stop();
      faults.releaseAll();
      stopDelivering();
      gateway.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
