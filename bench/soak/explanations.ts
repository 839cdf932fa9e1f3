/** Why a line of level warn or above may be in a log. */
export interface Explanation {
  /** In words, as the figures show it. */
  readonly why: string;
  readonly text: RegExp;
  /** What else the line has to say. */
  readonly about?: RegExp;
  /** The fault that must have happened … */
  readonly cause: 'discord' | 'gateway' | 'feed' | 'postgres';
  /** … for `discord`, to a request like this … */
  readonly request?: RegExp;
  /** … at most so long before the line. */
  readonly withinMs: number;
}

/** What PostgreSQL and its client say of a server that stops, is away or starts. */
const POSTGRES_AWAY =
  /"57P0[123]"|ECONNREFUSED|ECONNRESET|EPIPE|[Cc]onnection terminated|not queryable|terminating connection|starting up|shutting down|cannot be reached/u;
/** After that, everything has connected again. */
const POSTGRES_MS = 20_000;

/** Discord answers 5xx or 429, or closes the connection. */
const DISCORD_BROKEN =
  /"status":(?:429|50[023])|SocketError|ECONNRESET|other side closed|RateLimit|did not answer|aborted|[Tt]imeout/u;
/** Requests that carry an answer to a person. */
const ANSWERS = /^\/(?:interactions|webhooks)\//u;
/** An attempt to post may take half a minute. */
const DISCORD_MS = 40_000;

/** A round of polls is told when its slowest source is done. */
const POLLS_MS = 3 * 60_000;

/** Every line that a fault may cause. A line without an explanation fails the soak. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    why: 'PostgreSQL was away: each look at the store says so, once a minute at most',
    text: /^(?:the store is not in order|the (?:index|stories) could not follow the store)$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: the index is saved again in two minutes',
    text: /^the search index could not be saved: the next start takes longer$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: the next tick serves what this one could not',
    text: /^(?:a channel|a subscription) could not be served$|^the schedules could not be read$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: the source is polled again',
    text: /^(?:a source|the sources|the sources of a host) could not be polled$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: the page is read at a later poll',
    text: /^a page was not read: that could not be recorded$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: done again at the next turn',
    text: /^(?:the article folders could not be imported|channels could not be told of paused sources|servers could not be greeted|a server was not noted|what is too old could not be removed)$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: requests went without the shared budget',
    text: /^the store does not say when a request may be sent$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'PostgreSQL was away: the person is told that the store cannot be reached',
    text: /^an (?:interaction|autocomplete) failed$/u,
    about: POSTGRES_AWAY,
    cause: 'postgres',
    withinMs: POSTGRES_MS,
  },
  {
    why: 'the gateway was broken: discord.js connects again',
    text: /^(?:the connection to the gateway failed|discord\.js reported an error|discord\.js warns)$/u,
    cause: 'gateway',
    withinMs: 90_000,
  },
  {
    why: 'Discord failed while an edition was posted: it is tried again',
    text: /^an edition was not delivered$/u,
    about: DISCORD_BROKEN,
    cause: 'discord',
    request: /^\/channels\//u,
    withinMs: DISCORD_MS,
  },
  {
    why: 'Discord failed four times at a thread: the edition counts as delivered without it',
    text: /^the thread of an edition could not be opened$/u,
    about: DISCORD_BROKEN,
    cause: 'discord',
    request: /^\/channels\//u,
    withinMs: DISCORD_MS,
  },
  {
    why: 'Discord failed at an answer, again and again: the person sees that there is none',
    text: /^an interaction could not be answered$/u,
    about: DISCORD_BROKEN,
    cause: 'discord',
    request: ANSWERS,
    withinMs: DISCORD_MS,
  },
  {
    why: 'Discord failed at an answer with pictures: it went without',
    text: /^an answer with pictures failed and goes without$/u,
    cause: 'discord',
    request: ANSWERS,
    withinMs: DISCORD_MS,
  },
  {
    why: 'the feed was broken, or its house was dead: it is tried again later',
    text: /\b(?:tried (?:once|\d+ times) in|sources could not be reached)\b/u,
    about: /"health":"failing"|^\{\}$/u,
    cause: 'feed',
    withinMs: POLLS_MS,
  },
];
