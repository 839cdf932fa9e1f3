import { setTimeout as sleep } from 'node:timers/promises';
import { Events, type Client, type CloseEvent } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import { explainClose, explainToken, isTokenRefused } from './explain-login.ts';

/** How long a log-in is waited for, in ms. */
export interface LoginPatience {
  /** discord.js waits for ever where the gateway accepts the connection and then says nothing. */
  readonly attemptMs: number;
  /** After this long without Discord, the supervisor should know. */
  readonly totalMs: number;
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

export const LOGIN_PATIENCE: LoginPatience = {
  attemptMs: 60_000,
  totalMs: 10 * 60_000,
  firstDelayMs: 500,
  maxDelayMs: 30_000,
};

/** What logging in needs. */
export interface LoginDependencies {
  readonly token: string;
  /** A discord.js client cannot log in twice, so each attempt gets its own, ready to be used. */
  readonly createClient: () => Client;
  readonly log: Log;
  readonly patience?: LoginPatience;
}

/**
 * Logs in and resolves to the client once its guilds are there. Where Discord cannot be reached it
 * tries again; throws a UserError where that cannot help or took too long.
 */
export async function logIn(dependencies: LoginDependencies): Promise<Client<true>> {
  const { log, patience = LOGIN_PATIENCE } = dependencies;
  const startedAt = performance.now();
  for (
    let delayMs = patience.firstDelayMs;
    ;
    delayMs = Math.min(delayMs * 2, patience.maxDelayMs)
  ) {
    const client = dependencies.createClient();
    try {
      return await attempt(client, dependencies.token, patience.attemptMs);
    } catch (error) {
      await client.destroy();
      if (error instanceof UserError) throw error;
      if (performance.now() - startedAt + delayMs > patience.totalMs) throw explainSilence(error);
      log.warn({ err: error, retryInMs: delayMs }, 'Discord cannot be reached; trying again');
      await sleep(delayMs);
    }
  }
}

async function attempt(client: Client, token: string, timeoutMs: number): Promise<Client<true>> {
  let closed: CloseEvent | undefined;
  client.once(Events.ShardDisconnect, (event) => {
    closed = event;
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  try {
    return await within(
      timeoutMs,
      Promise.all([ready, client.login(token)]).then(([self]) => self),
    );
  } catch (error) {
    if (isTokenRefused(error)) throw explainToken(error);
    throw (closed && explainClose(closed.code)) ?? error;
  }
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(explainSilence()), timeoutMs);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function explainSilence(cause?: unknown): UserError {
  return new UserError(
    'not-available',
    'Discord did not let the bot in for too long. Check the network and https://discordstatus.com, then start again.',
    { cause },
  );
}
