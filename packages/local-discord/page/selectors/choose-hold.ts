import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { isOwn } from '../state/unread.ts';

/** What the viewer sees when messages arrive. */
export interface Reading {
  readonly meId: Snowflake;
  /** Whether the newest message was visible. */
  readonly isAtEnd: boolean;
  /** The message whose top is kept visible, if there is one. */
  readonly held: APIMessage | undefined;
}

/**
 * Chooses the new message to scroll to; `undefined` if the list isn't to be scrolled. The viewer's own
 * message or answer is scrolled to, messages of others only if the newest message was visible.
 */
export function chooseHold(
  arrived: readonly APIMessage[],
  reading: Reading,
): Snowflake | undefined {
  const own = arrived.find((message) => isOwn(message, reading.meId));
  // A follow-up doesn't scroll away the top of the answer that it follows.
  const isOfHeld = own && isSameAnswer(own, reading.held) && !reading.isAtEnd;
  if (own && !isOfHeld) return own.id;
  return reading.isAtEnd ? arrived[0]?.id : undefined;
}

function isSameAnswer(one: APIMessage, other: APIMessage | undefined): boolean {
  const interactionId = one.interaction_metadata?.id;
  return interactionId !== undefined && interactionId === other?.interaction_metadata?.id;
}
