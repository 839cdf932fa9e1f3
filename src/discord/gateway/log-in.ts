import { setTimeout as sleep } from 'node:timers/promises';
import { Events, type Client } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { destroyClient } from './destroy-client.ts';
import { within } from '../within.ts';
import { explainClose, explainToken, isTokenRefused } from './explain-login.ts';

/** How long the bot tries to log in, in ms. */
export interface LoginPatience {
  /** From the first attempt until the bot gives up. */
  readonly totalMs: number;
  /** Before the second attempt; each further wait is twice as long, up to `maxDelayMs`. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

const LOGIN_PATIENCE: LoginPatience = {
  totalMs: 120_000,
  firstDelayMs: 500,
  maxDelayMs: 15_000,
};

/** The dependencies of logging in. */
export interface LoginDependencies {
  readonly token: string;
  /** Called for each attempt, because a discord.js client cannot log in twice. */
  readonly createClient: () => Client;
  readonly log: Log;
  readonly patience?: LoginPatience;
}

/**
 * Logs in and resolves to the client once its guilds are available. Tries again while Discord cannot
 * be reached. Throws a UserError if trying again cannot help or if it took too long; discord.js would
 * wait for ever for a gateway that stays silent.
 */
export async function logIn(dependencies: LoginDependencies): Promise<Client<true>> {
  const { token, log, patience = LOGIN_PATIENCE } = dependencies;
  const deadline = performance.now() + patience.totalMs;
  for (
    let delayMs = patience.firstDelayMs;
    ;
    delayMs = Math.min(delayMs * 2, patience.maxDelayMs)
  ) {
    const client = dependencies.createClient();
    try {
      return await within(deadline - performance.now(), attempt(client, token), () => {
        throw explainSilence();
      });
    } catch (error) {
      await destroyClient(client);
      if (error instanceof UserError) throw error;
      if (performance.now() + delayMs >= deadline) throw explainSilence(error);
      log.warn({ err: error, retryInMs: delayMs }, 'Discord cannot be reached; trying again');
      await sleep(delayMs);
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

function explainSilence(cause?: unknown): UserError {
  return new UserError(
    'not-available',
    'The bot could not log in to Discord in time. Check the network and ' +
      'https://discordstatus.com, then start again.',
    { cause },
  );
}
