import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { isOwn } from '../state/unread.ts';

/** What the reader has before them when messages come. */
export interface Reading {
  readonly meId: Snowflake;
  /** Whether the newest message was in sight. */
  readonly isAtEnd: boolean;
  /** The message whose beginning is kept in sight, if one is. */
  readonly held: APIMessage | undefined;
}

/**
 * Chooses the message whose beginning comes into sight; `undefined` leaves everything where it is. One's
 * own answer always does, what others say only where the newest message was in sight.
 */
export function chooseHold(came: readonly APIMessage[], reading: Reading): Snowflake | undefined {
  const own = came.find((message) => isOwn(message, reading.meId));
  // A follow-up does not push away the beginning of what it follows.
  const isOfHeld = own && isSameAnswer(own, reading.held) && !reading.isAtEnd;
  if (own && !isOfHeld) return own.id;
  return reading.isAtEnd ? came[0]?.id : undefined;
}

function isSameAnswer(one: APIMessage, other: APIMessage | undefined): boolean {
  const asked = one.interaction_metadata?.id;
  return asked !== undefined && asked === other?.interaction_metadata?.id;
}
