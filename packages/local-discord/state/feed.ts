import type { GatewayDispatchPayload, Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../view/view.ts';

type WithoutEnvelope<T> = T extends { t: infer Name; d: infer Data }
  ? { readonly t: Name; readonly d: Data }
  : never;

/** A gateway event before it is numbered for a session: its name and its complete data. */
export type Dispatch = WithoutEnvelope<GatewayDispatchPayload>;

/** An event together with who may hear of it. */
export interface Published {
  readonly dispatch: Dispatch;
  /** The gateway intent it needs; 0 for an event that every session receives. */
  readonly intent: number;
  readonly guildId?: Snowflake | undefined;
  /** Only sessions whose bot can view this channel receive it. */
  readonly channelId?: Snowflake | undefined;
}

/** What people see change and no bot is ever told: it goes another way than what is published. */
export interface Whisper {
  readonly event: ViewEvent;
  /** The one user who sees it; absent where all do. */
  readonly to?: Snowflake;
}

/** Where changes of the world are told, in order, to every listener. */
export interface Feed<Told> {
  publish(told: Told): void;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (told: Told) => void): () => void;
}

/** Creates a feed without listeners. */
export function createFeed<Told>(): Feed<Told> {
  const listeners = new Set<(told: Told) => void>();
  return {
    publish(told) {
      for (const listener of listeners) listener(told);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
