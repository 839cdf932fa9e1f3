import type { Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';

/** The callbacks of an event stream. */
export interface StreamListener {
  /**
   * The stream is open, for the first time or after a break. Earlier events are missing and must be
   * fetched.
   */
  opened(): void;
  event(event: ViewEvent): void;
  /** The stream broke or could not be opened. It reconnects until it is closed. */
  broken(): void;
}

/**
 * Listens to a user's events and reconnects after each break. The function that it returns stops
 * it.
 */
export type OpenStream = (as: Snowflake | undefined, listener: StreamListener) => () => void;
