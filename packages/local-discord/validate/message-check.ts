import type { APIMessage } from 'discord-api-types/v10';
import type { Upload } from '../state/attachments.ts';
import type { FieldPath } from './field-errors.ts';

/** The context in which a message's body is checked. */
export interface MessageCheck {
  readonly uploads: readonly Upload[];
  /** For an edit: the message before it. */
  readonly edited?: APIMessage | undefined;
  /** The path of the message in the request's body; the root by default. */
  readonly under?: FieldPath;
}
