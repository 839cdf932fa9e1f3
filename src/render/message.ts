import type { APIAllowedMentions, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Picture } from './picture/picture.ts';

/** A picture or text that is attached. Components refer to it as `attachment://name`. */
interface MessageFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly description: string;
}

/**
 * A message of the bot as plain Discord JSON. Text goes in `content`, or in Components V2 with the
 * flag.
 */
export interface Message {
  readonly content?: string;
  readonly components?: readonly APIMessageTopLevelComponent[];
  /** Message flags, such as IsComponentsV2. The dispatcher adds Ephemeral. */
  readonly flags?: number;
  /** Always explicit: `{ parse: [] }`, except for a digest's one chosen role. */
  readonly allowed_mentions: APIAllowedMentions;
  readonly files?: readonly MessageFile[];
  /** Drawings that the bot renders to files, or leaves out together with their galleries. */
  readonly pictures?: readonly Picture[];
  /** The same message without files, for channels where Discord doesn't accept them. */
  readonly withoutPictures?: Message;
}
