import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Locale, type Snowflake } from 'discord-api-types/v10';
import type { Acting } from './acting/acting.ts';
import { createActingUser } from './acting/acting-user.ts';
import { createClock } from './clock.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { openGateway } from './gateway/gateway.ts';
import { createMovableClock, type MovableClock } from './movable-clock.ts';
import { createServerApp } from './rest/server-app.ts';
import type { Page } from './serve/open-page.ts';
import { openDm } from './state/open-dm.ts';
import { createLocalState, type LocalState } from './state/local-state.ts';
import { seedWorld } from './state/seed-world.ts';
import type { Hint } from './view/view.ts';

/** How a local Discord is opened; all may be left out. */
export interface LocalDiscordOptions {
  /** The port to listen on at 127.0.0.1; 0, the default, takes any free one. */
  readonly port?: number;
  /** The wall clock in ms since 1970, which ids, time stamps and deadlines go by; the machine's by default. */
  readonly now?: () => number;
  /** The same as a clock that others go by too, which people may move forward; made of `now` by default. */
  readonly clock?: MovableClock;
  /** Finds or builds the page, once this Discord listens; without it there is none. */
  readonly openPage?: () => Promise<Page>;
  /** The name of the application and its bot; `Test Bot` by default. */
  readonly applicationName?: string;
  /** Commands that the page proposes to someone who opens it for the first time; none by default. */
  readonly hints?: readonly Hint[];
  /** Privileged intents that are switched on for the bot, as gateway bits; none by default. */
  readonly privilegedIntents?: number;
  /** Whether rate limits are enforced; true by default. */
  readonly rateLimits?: boolean;
}

/** A Discord on this machine, over real HTTP and a real WebSocket. */
export interface LocalDiscord extends Acting {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What discord.js takes as `rest.api`. */
  readonly apiUrl: string;
  /** The one token that a bot may log in with. */
  readonly token: string;
  readonly applicationId: Snowflake;
  readonly guildId: Snowflake;
  /** The guild's first text channel, which is its system channel too. */
  readonly channelId: Snowflake;
  /** A member with Manage Server. */
  readonly managerId: Snowflake;
  /** A member without. */
  readonly memberId: Snowflake;
  readonly state: LocalState;
  readonly faults: Faults;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/** Opens a Discord on loopback with a small seeded guild. Rejects where the port is taken. */
export async function openLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const clock = options.clock ?? createMovableClock(options.now ?? Date.now);
  const seed = seedWorld(
    createClock(() => clock.now()),
    options.applicationName ?? 'Test Bot',
  );
  const { world } = seed;
  world.application.privilegedIntents = options.privilegedIntents ?? 0;
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

  clock.onMove((now) => world.whispers.publish({ event: { kind: 'clock', now } }));
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
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  // Begun now, so that it is there when somebody comes.
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
      gateway.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
