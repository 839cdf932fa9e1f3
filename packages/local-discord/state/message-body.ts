import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  Snowflake,
} from 'discord-api-types/v10';

/** The body of a request that creates or edits a message. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: APIEmbed[] | null;
  readonly components?: APIMessageTopLevelComponent[] | null;
  readonly flags?: number | null;
  readonly attachments?:
    | { id: Snowflake; filename?: string | null; description?: string | null }[]
    | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    message_id: Snowflake;
    fail_if_not_exists?: boolean | null;
  } | null;
  readonly sticker_ids?: Snowflake[] | null;
  readonly poll?: object | null;
  readonly tts?: boolean | null;
}
