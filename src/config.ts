import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from './errors.ts';
import {
  buildHealthSettings,
  needsToken,
  parseListenAddress,
  type HealthSettings,
  type ListenAddress,
} from './listen-address.ts';
import { parseUrl } from './parse-url.ts';
import { readSecrets } from './secret-files.ts';
import {
  isContact,
  isEndpoint,
  isTimeZone,
  parseList,
  text,
  wholeNumber,
} from './setting-values.ts';

/** The configuration from the environment: read once, validated as a whole, frozen. */
export interface Config {
  /** Absent: the bot runs against a Discord on this machine. */
  readonly token?: string;
  readonly discordApiUrl?: string;
  readonly developmentGuildId?: string;
  readonly storeUrl: string;
  /** Folders whose articles are imported at start and whenever their files change. */
  readonly articleFolders: readonly string[];
  readonly folderIntervalMinutes: number;
  /** The host's sources as given: a file, addresses or `none`. Absent: the included list. */
  readonly sources?: string;
  readonly pollMinMinutes: number;
  readonly pollMaxMinutes: number;
  readonly sourcesPerServer: number;
  readonly newSourceArticles: number;
  /** For how many days an article is kept; 0 keeps all. */
  readonly keepDays: number;
  /** The newest days whose articles are in memory; 0 stands for all. */
  readonly indexDays: number;
  readonly defaultZone: string;
  readonly catchUpMinutes: number;
  readonly pictureWaitMs: number;
  /** Where publishers can reach the operator of this bot. Part of the user agent. */
  readonly contactUrl?: string;
  /** Addresses and ports that links may lead to, besides public addresses at the usual ports. */
  readonly allowedAddresses: readonly string[];
  readonly localPort: number;
  /** Where the role http listens for interactions. */
  readonly interactions: ListenAddress;
  /** Where the bot tells whether it is well. Absent: nowhere. */
  readonly health?: HealthSettings;
  readonly logLevel: string;
}

/** Default folder for files with articles. */
const INBOX = 'data/inbox';
/** The folder of sample articles, in the working folder or the package. */
const SAMPLES = 'data/samples';

/** The environment variables. `.env.example` documents each, and a test compares the two. */
export const ENVIRONMENT = {
  DISCORD_TOKEN: text()
    .refine((value) => /^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/.test(value), {
      error: 'does not look like a bot token (three parts with dots): copy it from the Bot page',
    })
    .optional(),
  DISCORD_TOKEN_FILE: text().optional(),
  DISCORD_API_URL: text()
    .refine((value) => parseUrl(value) !== undefined && /^https?:/.test(value), {
      error: 'must be an http(s) address',
    })
    .optional(),
  DISCORD_DEVELOPMENT_GUILD_ID: text()
    .regex(/^\d{17,20}$/, { error: "must be a server's id: 17 to 20 digits" })
    .optional(),
  STORE_URL: text()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+|rediss?:\/\/.+|memory:)$/, {
      error: 'must begin with sqlite:, postgres://, redis:// or be memory:',
    })
    .default('sqlite:data/store/dateline.sqlite'),
  STORE_URL_FILE: text().optional(),
  ARTICLE_FOLDERS: text().optional(),
  FOLDER_INTERVAL_MINUTES: wholeNumber(1, 1440).default(5),
  SOURCES: text().optional(),
  // Busy feeds change every few minutes. Polling more often bothers publishers without helping
  // readers.
  POLL_MIN_MINUTES: wholeNumber(1, 1440).default(10),
  POLL_MAX_MINUTES: wholeNumber(1, 1440).default(120),
  SOURCES_PER_SERVER: wholeNumber(0, 1000).default(25),
  NEW_SOURCE_ARTICLES: wholeNumber(0, 1000).default(10),
  // A digest may look back a week.
  KEEP_DAYS: wholeNumber(0, 36_500)
    .refine((days) => days === 0 || days >= 7, {
      error:
        'must be 0, which keeps everything, or at least 7, since a digest may look back a week',
    })
    .default(90),
  INDEX_DAYS: wholeNumber(0, 36_500)
    .refine((days) => days === 0 || days >= 7, {
      error:
        'must be 0, which has all articles in memory, or at least 7, since a digest may look back a week',
    })
    .default(0),
  DEFAULT_ZONE: text()
    .refine(isTimeZone, { error: 'must be an IANA time zone such as Europe/Paris' })
    .default('UTC'),
  // A morning's digest is still worth reading at noon, but hardly in the evening.
  CATCH_UP_MINUTES: wholeNumber(0, 1440).default(360),
  // A requester hardly notices less than half a second. Discord shows that the bot is thinking after three.
  PICTURE_WAIT_MS: wholeNumber(0, 10_000).default(400),
  CONTACT_URL: text()
    .refine(isContact, { error: 'must be an http(s) address or mailto:name@example.org' })
    .optional(),
  ALLOWED_ADDRESSES: text()
    .refine((value) => parseList(value).every(isEndpoint), {
      error: 'must list ADDRESS:PORT, [IPV6]:PORT or *:PORT, separated by commas',
    })
    .optional(),
  LOCAL_PORT: wholeNumber(0, 65_535).default(3210),
  INTERACTIONS_ADDRESS: text()
    .refine((value) => parseListenAddress(value) !== undefined, {
      error: 'must be ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080',
    })
    .default('127.0.0.1:8080'),
  HEALTH_ADDRESS: text()
    .refine((value) => parseListenAddress(value) !== undefined, {
      error: 'must be ADDRESS:PORT, such as 127.0.0.1:9464 or [::1]:9464',
    })
    .optional(),
  HEALTH_TOKEN: text()
    .regex(/^[\w.~+/=-]{16,200}$/, {
      error: 'must be 16 to 200 letters, digits or . _ ~ + / = -',
    })
    .optional(),
  HEALTH_TOKEN_FILE: text().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
};

/** Settings that may also be in a file, which another setting with `_FILE` names. */
const SECRETS = ['DISCORD_TOKEN', 'STORE_URL', 'HEALTH_TOKEN'] as const;

const settings = z
  .object(ENVIRONMENT)
  .refine(({ HEALTH_ADDRESS, HEALTH_TOKEN }) => !needsToken(HEALTH_ADDRESS) || HEALTH_TOKEN, {
    path: ['HEALTH_TOKEN'],
    error: 'must be set, because others than this machine reach HEALTH_ADDRESS',
  })
  .refine((given) => given.POLL_MIN_MINUTES <= given.POLL_MAX_MINUTES, {
    path: ['POLL_MAX_MINUTES'],
    error: 'must not be less than POLL_MIN_MINUTES',
    // Runs even if there are other faults, so that all are reported together.
    when: ({ value }) =>
      z
        .object({ POLL_MIN_MINUTES: z.coerce.number(), POLL_MAX_MINUTES: z.coerce.number() })
        .safeParse(value).success,
  });

/**
 * Parses the configuration from environment variables. An empty value counts as unset. Throws one
 * UserError that lists every fault by variable name, without repeating values. `workingFolder` is where
 * relative paths start. One of several processes is never for trying the bot out: it reads no samples, with a token or without.
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  workingFolder = process.cwd(),
  isOneOfSeveral = false,
): Config {
  const given = Object.fromEntries(
    Object.keys(ENVIRONMENT).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const secrets = readSecrets(given, SECRETS, workingFolder);
  const { data, error } = settings.safeParse({ ...given, ...secrets.values });
  if (!data || secrets.faults.length > 0) {
    const faults = [
      ...secrets.faults,
      ...(error?.issues ?? [])
        // What could not be read is not missing too.
        .filter(({ path: [name] }) => !secrets.unread.has(String(name)))
        .map(({ path, message }) => `${secrets.nameOf(path.join('.'))} ${message}`),
    ].map((fault) => `  ${fault}`);
    const heading = faults.length === 1 ? 'One setting is' : `${faults.length} settings are`;
    throw new UserError(
      'bad-config',
      `${heading} wrong; .env.example explains each:\n${faults.join('\n')}`,
    );
  }
  return Object.freeze({
    ...(data.DISCORD_TOKEN && { token: data.DISCORD_TOKEN }),
    ...(data.DISCORD_API_URL && { discordApiUrl: data.DISCORD_API_URL }),
    ...(data.DISCORD_DEVELOPMENT_GUILD_ID && {
      developmentGuildId: data.DISCORD_DEVELOPMENT_GUILD_ID,
    }),
    storeUrl: data.STORE_URL,
    articleFolders:
      data.ARTICLE_FOLDERS === undefined
        ? [...(data.DISCORD_TOKEN || isOneOfSeveral ? [] : [findSamples(workingFolder)]), INBOX]
        : parseList(data.ARTICLE_FOLDERS),
    folderIntervalMinutes: data.FOLDER_INTERVAL_MINUTES,
    ...(data.SOURCES && { sources: data.SOURCES }),
    pollMinMinutes: data.POLL_MIN_MINUTES,
    pollMaxMinutes: data.POLL_MAX_MINUTES,
    sourcesPerServer: data.SOURCES_PER_SERVER,
    newSourceArticles: data.NEW_SOURCE_ARTICLES,
    keepDays: data.KEEP_DAYS,
    indexDays: data.INDEX_DAYS,
    defaultZone: data.DEFAULT_ZONE,
    catchUpMinutes: data.CATCH_UP_MINUTES,
    pictureWaitMs: data.PICTURE_WAIT_MS,
    ...(data.CONTACT_URL && { contactUrl: data.CONTACT_URL }),
    allowedAddresses: parseList(data.ALLOWED_ADDRESSES ?? ''),
    localPort: data.LOCAL_PORT,
    interactions: parseListenAddress(data.INTERACTIONS_ADDRESS)!,
    ...buildHealthSettings(data.HEALTH_ADDRESS, data.HEALTH_TOKEN),
    logLevel: data.LOG_LEVEL,
  });
}

/** The samples in the working folder, else those of the package that this file belongs to. */
function findSamples(workingFolder: string): string {
  const hasSamples = (folder: string): boolean => existsSync(join(folder, SAMPLES));
  if (hasSamples(workingFolder)) return SAMPLES;
  // The sources and what is compiled from them are at different depths.
  let folder = import.meta.dirname;
  while (!hasSamples(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return hasSamples(folder) ? join(folder, SAMPLES) : SAMPLES;
}

/** The secrets of a configuration, wherever they may be written: tokens and the password of the store. */
export function listSecrets({ token, storeUrl, health }: Config): readonly string[] {
  const password = parseUrl(storeUrl)?.password ?? '';
  const secrets = [token, health?.token, password, decodePassword(password)];
  return [...new Set(secrets.flatMap((secret) => (secret ? [secret] : [])))];
}

function decodePassword(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
