import { Client, Events, GatewayIntentBits, Options, REST, RESTEvents } from 'discord.js';
import type { Log } from '../../log.ts';
import { NO_OBSERVER, type LimitScope, type Observer } from '../../observer.ts';
import { PatientStrategy } from '../gateway/patient-strategy.ts';
import { requestDiscord } from './request-discord.ts';

/** The address of Discord. */
export interface DiscordAddress {
  /** The base of the REST API, such as "http://127.0.0.1:3210/api"; Discord's own by default. */
  readonly apiUrl?: string;
}

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

/** A warning is logged after every so many responses of 401, 403 or 429 within 10 min. */
const WARN_EVERY_INVALID = 500;

/** Up to this many milliseconds, a rate limit is waited out. A longer one is reported at once. */
const LONGEST_LIMIT_MS = 10_000;

/**
 * Creates a discord.js client without privileged intents. It mentions nobody unless a message says
 * otherwise, and it logs its errors instead of letting them end the process. It is not logged in yet.
 */
export function createClient({
  apiUrl,
  log,
  observer,
}: DiscordAddress & { readonly log: Log; readonly observer?: Observer }): Client {
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
      makeRequest: requestDiscord,
      invalidRequestWarningInterval: WARN_EVERY_INVALID,
      // discord.js would wait for hours if it had to, and block every other request to that channel.
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
  countLimits(client.rest, observer);
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log.warn(
      { count },
      'Discord has refused many requests; it bans an address after 10,000 in 10 min',
    ),
  );
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

/** https://docs.discord.com/developers/topics/rate-limits#header-format-rate-limit-header-examples */
const SCOPES: ReadonlySet<string> = new Set<LimitScope>(['user', 'global', 'shared']);

function countLimits(rest: REST, observer = NO_OBSERVER): void {
  rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    if (status !== 429) return;
    const scope = headers.get('x-ratelimit-scope') ?? '';
    observer.limited(SCOPES.has(scope) ? (scope as LimitScope) : 'unknown');
  });
}
