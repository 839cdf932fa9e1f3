import type { APIMessage } from 'discord-api-types/v10';
import type { Upload } from '../state/attachments.ts';
import type { FieldPath } from './field-errors.ts';

/** What a message is checked against beside its own body. */
export interface MessageCheck {
  readonly uploads: readonly Upload[];
  /** The message as it is, for an edit. */
  readonly edited?: APIMessage | undefined;
  /** Where the message stands in the request's body. */
  readonly under?: FieldPath;
}
