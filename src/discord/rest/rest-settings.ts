import { RESTEvents, type REST, type RESTOptions } from 'discord.js';
import type { Log } from '../../log.ts';
import { NO_OBSERVER, type LimitScope, type Observer } from '../../observer.ts';
import { requestDiscord } from './request-discord.ts';

/** The address of Discord. */
export interface DiscordAddress {
  /** The base of the REST API, such as "http://127.0.0.1:3210/api"; Discord's own by default. */
  readonly apiUrl?: string;
}

/** A warning is logged after every so many responses of 401, 403 or 429 within 10 min. */
const WARN_EVERY_INVALID = 500;

/** Up to this many milliseconds, a rate limit is waited out. A longer one is reported at once. */
const LONGEST_LIMIT_MS = 10_000;

/** The settings of a REST client that uses the bot's token. `makeRequest` sends a request; by default at once. */
export function buildRestSettings(
  { apiUrl }: DiscordAddress,
  makeRequest: RESTOptions['makeRequest'] = requestDiscord,
): Partial<RESTOptions> {
  return {
    makeRequest,
    invalidRequestWarningInterval: WARN_EVERY_INVALID,
    // discord.js would wait for hours if it had to, and block every other request to that channel.
    rejectOnRateLimit: ({ route, timeToReset }) =>
      route.startsWith('/channels/') && timeToReset > LONGEST_LIMIT_MS,
    ...(apiUrl && { api: apiUrl }),
  };
}

/** Logs what Discord limits and refuses, and counts the limits. */
export function logRest(rest: REST, log: Log, observer?: Observer): void {
  countLimits(rest, observer);
  rest.on(RESTEvents.RateLimited, ({ global, route, timeToReset }) =>
    log.info({ global, route, waitMs: timeToReset }, 'waiting for a rate limit of Discord'),
  );
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log.warn(
      { count },
      'Discord has refused many requests; it bans an address after 10,000 in 10 min',
    ),
  );
}

/** https://docs.discord.com/developers/topics/rate-limits#header-format-rate-limit-header-examples */
const SCOPES: ReadonlySet<string> = new Set<LimitScope>(['user', 'global', 'shared']);

/** Tells the observer of every answer 429. */
export function countLimits(rest: REST, observer = NO_OBSERVER): void {
  rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    if (status !== 429) return;
    const scope = headers.get('x-ratelimit-scope') ?? '';
    observer.limited(SCOPES.has(scope) ? (scope as LimitScope) : 'unknown');
  });
}
