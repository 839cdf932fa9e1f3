import { Client, Events, GatewayIntentBits, Options, REST, RESTEvents } from 'discord.js';
import type { Log } from '../../log.ts';
import { PatientStrategy } from '../gateway/patient-strategy.ts';

/** How the bot reaches Discord. */
export interface DiscordAddress {
  /** Where the REST API is, such as "http://127.0.0.1:3210/api"; Discord's own by default. */
  readonly apiUrl?: string;
}

/**
 * What discord.js may keep. Interactions and REST answers carry all that the bot needs, so it keeps
 * guilds, channels and roles (which discord.js cannot do without) and only itself among users.
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

/** How many answers of 401, 403 or 429 within 10 min are worth a warning, and each as many again. */
const WARN_EVERY_INVALID = 500;

/** A rate limit that ends sooner, in ms, is waited out; of a longer one the caller hears at once. */
const LONGEST_LIMIT_MS = 10_000;

/**
 * Creates a discord.js client that has no privileged intent, mentions nobody unless a message says
 * otherwise, and logs its errors instead of letting them end the process. It is not logged in yet.
 */
export function createClient({ apiUrl, log }: DiscordAddress & { log: Log }): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
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
    ws: { buildStrategy: (manager) => new PatientStrategy(manager) },
    rest: {
      invalidRequestWarningInterval: WARN_EVERY_INVALID,
      // discord.js would wait for hours, if need be, and hold up everything else for that channel.
      rejectOnRateLimit: ({ route, timeToReset }) =>
        route.startsWith('/channels/') && timeToReset > LONGEST_LIMIT_MS,
      ...(apiUrl && { api: apiUrl }),
    },
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'the connection to the gateway failed'),
  );
  client.rest.on(RESTEvents.RateLimited, ({ global, route, timeToReset }) =>
    log.info({ global, route, waitMs: timeToReset }, 'waiting for a rate limit of Discord'),
  );
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log.warn(
      { count },
      'Discord has refused many requests; at 10,000 in 10 min it bans the address',
    ),
  );
  client.on(Events.Warn, (text) => log.warn({ detail: text }, 'discord.js warns'));
  return client;
}

/**
 * Creates the REST client that answers interactions. Discord exempts these routes from the limit of
 * 50 requests a second, but discord.js counts them, so that 200 answers would take 4 s and hold up
 * digests; hence a client of their own. It knows no token: the interaction's is in the path.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createAnswerRest({ apiUrl }: DiscordAddress): REST {
  return new REST({
    version: '10',
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...(apiUrl && { api: apiUrl }),
  });
}
