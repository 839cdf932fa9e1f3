import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { ActingUser, Outcome } from '@dateline/local-discord';
import { readText } from './shown-text.ts';

/** The message of an outcome. Throws if there is none. */
export function messageOf(outcome: Outcome): APIMessage {
  if ('message' in outcome) return outcome.message;
  throw new Error(`No message: ${JSON.stringify(outcome)}`);
}

/** The last message of an outcome: the follow-up, if there is one. */
export function lastMessageOf(outcome: Outcome): APIMessage {
  const message = 'messages' in outcome ? outcome.messages.at(-1) : undefined;
  if (message) return message;
  throw new Error(`No message: ${JSON.stringify(outcome)}`);
}

/** The outcome after a possible follow-up, which comes when a public "thinking …" has been deleted. */
export async function settle(user: ActingUser, outcome: Outcome): Promise<Outcome> {
  if (outcome.kind !== 'deleted') return outcome;
  const { interactionId } = outcome;
  await expect.poll(() => user.look(interactionId).kind).not.toBe('deleted');
  return user.look(interactionId);
}

/** All text that a message shows, markdown included, Components V2 or not. */
export function textOf(message: APIMessage): string {
  return readText({
    content: message.content,
    components: message.components ?? [],
    allowed_mentions: {},
  });
}

/** Tells whether only the requester sees a message. */
export function isEphemeral({ flags }: Pick<APIMessage, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** A button of a message. */
export interface ShownButton {
  readonly label: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
}

/** Every button of a message, in reading order. */
export function buttonsOf(message: APIMessage): ShownButton[] {
  const found: ShownButton[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 2) found.push(value as unknown as ShownButton);
      Object.values(value).forEach(visit);
    }
  };
  visit(message.components);
  return found;
}

/** The custom_id of the button with this label. Throws if there is none. */
export function buttonId(message: APIMessage, label: string): string {
  const found = buttonsOf(message).find((button) => button.label === label)?.custom_id;
  if (found) return found;
  throw new Error(`No button ${label} among ${JSON.stringify(buttonsOf(message))}`);
}
