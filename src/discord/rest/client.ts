import { Client, Events, GatewayIntentBits, Options, REST, type RESTOptions } from 'discord.js';
import type { Log } from '../../log.ts';
import type { Observer } from '../../observer.ts';
import type { Locks } from '../../store/locks.ts';
import { createIdentifyThrottler } from '../gateway/identify-throttler.ts';
import { PatientStrategy } from '../gateway/patient-strategy.ts';
import { shardIds, type Shards } from '../gateway/shards.ts';
import { requestDiscord } from './request-discord.ts';
import { buildRestSettings, countLimits, logRest, type DiscordAddress } from './rest-settings.ts';

/**
 * What discord.js may cache. Interactions and REST responses carry everything that the bot uses, so
 * discord.js caches guilds, channels and roles, which it cannot do without, and only the bot's own user.
 */
const CACHE_LIMITS = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  DMMessageManager: 0,
  GuildMessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const;

/** The dependencies of a client. */
export interface ClientDependencies extends DiscordAddress {
  readonly log: Log;
  readonly observer?: Observer;
  /** The shards that this process serves; by default the bot has one. */
  readonly shards?: Shards;
  /** Lets the shards of several processes identify in turn. */
  readonly locks?: Locks;
  /** Sends requests with the bot's token; by default at once. */
  readonly makeRequest?: RESTOptions['makeRequest'];
}

/**
 * Creates a discord.js client without privileged intents. It mentions nobody unless a message says
 * otherwise, and it logs its errors instead of letting them end the process. It is not logged in yet.
 */
export function createClient(dependencies: ClientDependencies): Client {
  const { log, observer, shards, locks, makeRequest } = dependencies;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shards && { shards: shardIds(shards), shardCount: shards.count }),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...CACHE_LIMITS,
      UserManager: { maxSize: 50, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: {
        maxSize: 10,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      threads: { interval: 3600, lifetime: 3600 },
    },
    ws: {
      buildStrategy: (manager) => new PatientStrategy(manager),
      ...(shards && locks && { buildIdentifyThrottler: createIdentifyThrottler(locks) }),
    },
    rest: buildRestSettings(dependencies, makeRequest),
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'the connection to the gateway failed'),
  );
  logRest(client.rest, log, observer);
  client.on(Events.Warn, (text) => log.warn({ detail: text }, 'discord.js warns'));
  return client;
}

/**
 * Creates the REST client that answers interactions. Discord exempts these routes from the limit of
 * 50 requests a second, but discord.js counts them: 200 answers would take 4 s and delay digests. So
 * answers have a client of their own. It has no token, because the interaction's token is in the path.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createAnswerRest({
  apiUrl,
  observer,
}: DiscordAddress & { readonly observer?: Observer }): REST {
  const rest = new REST({
    makeRequest: requestDiscord,
    version: '10',
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...(apiUrl && { api: apiUrl }),
  });
  countLimits(rest, observer);
  return rest;
}
