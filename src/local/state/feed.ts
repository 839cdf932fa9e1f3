import type { GatewayDispatchPayload, Snowflake } from 'discord-api-types/v10';

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

/** Where changes of the world are told, in order, to every listener. */
export interface Feed {
  publish(published: Published): void;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (published: Published) => void): () => void;
}

/** Creates a feed without listeners. */
export function createFeed(): Feed {
  const listeners = new Set<(published: Published) => void>();
  return {
    publish(published) {
      for (const listener of listeners) listener(published);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
