import type { GatewayDispatchPayload, Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../view/view.ts';

type WithoutEnvelope<T> = T extends { t: infer Name; d: infer Data }
  ? { readonly t: Name; readonly d: Data }
  : never;

/** A gateway event without the sequence number that a session adds: its name and data. */
export type Dispatch = WithoutEnvelope<GatewayDispatchPayload>;

/** A gateway event and the conditions under which a session receives it. */
export interface Published {
  readonly dispatch: Dispatch;
  /** The gateway intent that a session must have; 0 if none is required. */
  readonly intent: number;
  readonly guildId?: Snowflake | undefined;
  /** Only sessions whose bot can view this channel receive it. */
  readonly channelId?: Snowflake | undefined;
}

/** A change that the page shows and the gateway never sends. */
export interface ViewUpdate {
  readonly event: ViewEvent;
  /** The only user who sees it; all users if absent. */
  readonly to?: Snowflake;
}

/** Delivers changes of the world to every listener, in order. */
export interface Feed<Change> {
  publish(change: Change): void;
  /** Returns a function that unsubscribes the listener. */
  subscribe(listener: (change: Change) => void): () => void;
}

/** Creates a feed without listeners. */
export function createFeed<Change>(): Feed<Change> {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
