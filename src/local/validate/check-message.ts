import type { APIMessage } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import type { Upload } from '../state/attachments.ts';
import type { MessageBody } from '../state/message-body.ts';
import { createFieldErrors } from './field-errors.ts';

/** What a message is checked against beside its own body. */
export interface MessageCheck {
  readonly uploads: readonly Upload[];
  /** The message as it is, for an edit. */
  readonly edited?: APIMessage;
  /** Where the message stands in the request's body. */
  readonly under?: readonly string[];
}

/** Refuses a message that the specification lets pass and Discord does not. */
export function checkMessage(body: MessageBody, check: MessageCheck): void {
  const errors = createFieldErrors();
  errors.throwIfAny();
  if (isEmpty(body, check)) throw refuse('emptyMessage');
}

function isEmpty(body: MessageBody, check: MessageCheck): boolean {
  const after = { ...check.edited, ...body };
  const kept = body.attachments ?? check.edited?.attachments ?? [];
  return (
    (after.content ?? '').trim() === '' &&
    !after.embeds?.length &&
    !after.components?.length &&
    !body.sticker_ids?.length &&
    !body.poll &&
    check.uploads.length === 0 &&
    kept.length === 0
  );
}
