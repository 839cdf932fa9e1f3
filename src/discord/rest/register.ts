import { createHash } from 'node:crypto';
import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { UserError } from '../../errors.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { retryWhileUnreachable } from './retry.ts';

/** The commands to register, and where. */
export interface Registration {
  readonly applicationId: string;
  /** The only server that gets them; all servers by default. */
  readonly guildId?: string;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/** The dependencies of registering. */
export interface RegisterDependencies {
  readonly rest: REST;
  /** Hashes of the registered commands, under `<application>:<guild or "global">`. */
  readonly hashes: RecordStore<string>;
  readonly signal?: AbortSignal;
}

/** The pauses before registering is retried when Discord or the store cannot be reached. */
const RETRY_DELAYS_MS = [1_000, 5_000, 30_000, 120_000];

/**
 * Registers the commands with one PUT, unless this application registered the same commands there
 * last and Discord still has them. Once the commands are registered for all servers, a server that was
 * used for development is cleared, because it would show each command twice.
 * Resolves to whether a PUT was needed; rejects with Discord's error.
 */
export async function registerCommands(
  { applicationId, guildId, commands }: Registration,
  { rest, hashes, signal }: RegisterDependencies,
): Promise<'registered' | 'unchanged'> {
  const key = `${applicationId}:${guildId ?? 'global'}`;
  const route = routeOf(applicationId, guildId);
  const hash = hashCommands(commands);
  return await retryWhileUnreachable(
    async () => {
      if ((await hashes.get(key)) === hash && (await isRegistered(rest, route, commands)))
        return 'unchanged';
      await rest.put(route, { body: commands });
      await hashes.put(key, hash);
      if (guildId === undefined) await clearGuilds(applicationId, rest, hashes);
      return 'registered';
    },
    RETRY_DELAYS_MS,
    signal,
    isStoreAway,
  );
}

function isStoreAway(error: unknown): boolean {
  return error instanceof UserError && error.code === 'not-available';
}

/** Hashes the request body. The order of the commands matters, as it does to Discord. */
export function hashCommands(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): string {
  return createHash('sha256').update(JSON.stringify(commands)).digest('hex');
}

/** Tells whether Discord has commands with these names. Someone may have replaced ours. */
async function isRegistered(
  rest: REST,
  route: `/${string}`,
  commands: Registration['commands'],
): Promise<boolean> {
  const registered = (await rest.get(route)) as Registration['commands'];
  return listNames(registered) === listNames(commands);
}

function listNames(commands: Registration['commands']): string {
  return JSON.stringify(commands.map(({ type, name }) => `${type ?? 1} ${name}`).toSorted());
}

async function clearGuilds(
  applicationId: string,
  rest: REST,
  hashes: RecordStore<string>,
): Promise<void> {
  const prefix = `${applicationId}:`;
  for await (const [key] of hashes.list(prefix)) {
    const guildId = key.slice(prefix.length);
    if (guildId === 'global') continue;
    await rest.put(routeOf(applicationId, guildId), { body: [] });
    await hashes.remove(key);
  }
}

function routeOf(applicationId: string, guildId: string | undefined): `/${string}` {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
