import type { APIAllowedMentions, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Picture } from './picture/picture.ts';

/** A picture or text sent along; components refer to it as `attachment://name`. */
interface MessageFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly description: string;
}

/** What the bot says: plain Discord JSON. Text goes in `content`, or in Components V2 with the flag. */
export interface Message {
  readonly content?: string;
  readonly components?: readonly APIMessageTopLevelComponent[];
  /** Message flags, such as IsComponentsV2. Ephemeral is the dispatcher's business. */
  readonly flags?: number;
  /** Always explicit; `{ parse: [] }` but for a digest's one chosen role. */
  readonly allowed_mentions: APIAllowedMentions;
  readonly files?: readonly MessageFile[];
  /** Drawings that the bot turns into files, or leaves out together with their galleries. */
  readonly pictures?: readonly Picture[];
  /** The same in words alone, for where Discord does not take the files. */
  readonly withoutPictures?: Message;
}
