import { setTimeout as sleep } from 'node:timers/promises';
import { Events, type Client } from 'discord.js';
import { waitUnlessAborted } from '../../abort.ts';
import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { destroyClient } from './destroy-client.ts';
import { within } from '../within.ts';
import { explainClose, explainToken, isTokenRefused } from './explain-login.ts';

/** How the bot tries to log in, in ms. */
export interface LoginPatience {
  /** How long one attempt may take. discord.js would wait for ever for a gateway that stays silent. */
  readonly attemptMs: number;
  /** Before the second attempt; each further wait is twice as long, up to `maxDelayMs`. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/** Discord allows a bot 1000 log-ins a day. */
const LOGIN_PATIENCE: LoginPatience = {
  attemptMs: 60_000,
  firstDelayMs: 500,
  maxDelayMs: 120_000,
};

/** The dependencies of logging in. */
export interface LoginDependencies {
  readonly token: string;
  /** Called for each attempt, because a discord.js client cannot log in twice. */
  readonly createClient: () => Client;
  readonly log: Log;
  readonly patience?: LoginPatience;
  /** Ends the attempts. */
  readonly signal?: AbortSignal;
}

/**
 * Logs in and resolves to the client once its guilds are available. While Discord cannot be reached, it tries again
 * for as long as that takes. Throws a UserError if waiting cannot help, and the signal's reason when that aborts.
 */
export async function logIn(dependencies: LoginDependencies): Promise<Client<true>> {
  const { token, log, patience = LOGIN_PATIENCE } = dependencies;
  const { signal = new AbortController().signal } = dependencies;
  const startedAt = performance.now();
  for (
    let delayMs = patience.firstDelayMs;
    ;
    delayMs = Math.min(delayMs * 2, patience.maxDelayMs)
  ) {
    const client = dependencies.createClient();
    try {
      const ready = waitUnlessAborted(attempt(client, token), signal);
      return await within(patience.attemptMs, ready, () => {
        throw new Error(`Discord's gateway was silent for ${patience.attemptMs} ms.`);
      });
    } catch (error) {
      await destroyClient(client);
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      const waitedMs = Math.round(performance.now() - startedAt);
      log.warn(
        { err: error, retryInMs: delayMs, waitedMs },
        'Discord cannot be reached; trying again until it can. See https://discordstatus.com',
      );
      await sleep(delayMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}

/** Rejects with a UserError if Discord said no, and with discord.js's error if Discord did not answer. */
async function attempt(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) =>
      reject(explainClose(code) ?? new Error(`The gateway closed with code ${code}.`)),
    );
    client
      .login(token)
      .catch((error: unknown) => reject(isTokenRefused(error) ? explainToken(error) : error));
  });
  return await ready;
}
