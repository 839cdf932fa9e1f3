import type { Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';

/** What the stream tells. */
export interface StreamListener {
  /** Heard from now on: what happened before is to be fetched. Also after every break. */
  opened(): void;
  event(event: ViewEvent): void;
  /** Broken off, or never begun; it is tried again until it is closed. */
  broken(): void;
}

/** Listens to what changes for a user, again and again; returns what ends it. */
export type OpenStream = (as: Snowflake | undefined, listener: StreamListener) => () => void;
