import type { Snowflake } from 'discord-api-types/v10';
import type { ClockMoved, OfferedCommands, Sent, View, ViewMessages } from '../../view/view.ts';
import type { Deed, DeedOutcome } from './deed.ts';
import type { DiscordLocale } from '../state/discord-locale.ts';

/** Thrown if there is no answer, because the local Discord has been stopped. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone';
}

/** Thrown if the local Discord refuses a request; the message is its reason. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

/** The user who acts, and the channel. */
export interface Standpoint {
  readonly as: Snowflake;
  readonly in: Snowflake;
}

/** The local Discord's API for the page. Every method throws ServerGone or ServerRefused. */
export interface ApiClient {
  view(as: Snowflake | undefined): Promise<View>;
  commands(at: Standpoint): Promise<OfferedCommands>;
  messages(at: Standpoint): Promise<ViewMessages>;
  sent(at: Standpoint, messageId: Snowflake): Promise<Sent>;
  moveClock(advanceMs: number): Promise<ClockMoved>;
  /** Resolves with the first answer. What follows a deferral arrives with the events. */
  act(at: Standpoint, locale: DiscordLocale, deed: Deed): Promise<DeedOutcome>;
}

/** Creates a client for the local Discord that served the page. */
export function createApiClient(fetch: typeof globalThis.fetch): ApiClient {
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await fetch(`/local/${path}`, init).catch((error: unknown) => {
      throw new ServerGone('The local Discord did not answer.', { cause: error });
    });
    const text = await response.text().catch((error: unknown) => {
      throw new ServerGone('The answer is incomplete.', { cause: error });
    });
    if (!response.ok) throw new ServerRefused(reasonIn(text) ?? `Status ${response.status}`);
    return JSON.parse(text) as T;
  };
  const post = async <T>(path: string, body: object): Promise<T> =>
    await ask<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    view: (as) => ask(`view${query(as === undefined ? {} : { as })}`),
    commands: (at) => ask(`commands${query({ ...at })}`),
    messages: (at) => ask(`messages${query({ ...at })}`),
    sent: (at, message) => ask(`sent${query({ ...at, message })}`),
    moveClock: (advanceMs) => post('clock', { advanceMs }),
    act: (at, locale, deed) =>
      post('act', { ...at, locale, ...deed, patience: { until: 'acknowledged' } }),
  };
}

function query(values: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(values).toString();
  return search === '' ? '' : `?${search}`;
}

function reasonIn(text: string): string | undefined {
  try {
    const { error, reason } = JSON.parse(text) as { error?: unknown; reason?: unknown };
    return [reason, error].find((one) => typeof one === 'string');
  } catch {
    return undefined;
  }
}
