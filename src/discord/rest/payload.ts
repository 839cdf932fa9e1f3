import type { RawFile } from 'discord.js';
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type {
  APIAllowedMentions,
  APIMessage,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Message } from '../../render/message.ts';

/** A request of discord.js's REST client that sends a message. */
export interface Payload {
  readonly body: {
    readonly content?: string | null;
    readonly embeds?: readonly [];
    readonly components: readonly APIMessageTopLevelComponent[];
    readonly flags: number;
    readonly allowed_mentions: APIAllowedMentions;
    /** Lists the files. An edited message loses every file that is not listed. */
    readonly attachments: readonly { id: string; filename: string; description: string }[];
  };
  readonly files: RawFile[];
}

/** Builds the request that sends a message, with `flags` added to its own. */
export function buildPayload(message: Message, flags = 0): Payload {
  const files = message.files ?? [];
  return {
    body: {
      ...(message.content !== undefined && { content: message.content }),
      components: message.components ?? [],
      flags: (message.flags ?? 0) | flags,
      allowed_mentions: message.allowed_mentions,
      attachments: files.map((file, index) => ({
        // Discord's specification calls it a snowflake, so it is a string.
        id: String(index),
        filename: file.name,
        description: file.description,
      })),
    },
    files: files.map((file) => ({ name: file.name, data: file.data })),
  };
}

/**
 * Builds the edit that turns a shown message into another. A message cannot give up Components V2, so
 * text becomes a component there; and a message with Components V2 may have no content or embeds.
 */
export function buildUpdate(message: Message, shown: Pick<APIMessage, 'flags'>): Payload {
  const before = hasComponentsV2(shown);
  const after = hasComponentsV2(message);
  if (before && !after) return buildPayload(toComponentsV2(message));
  const payload = buildPayload(message);
  const content = after ? null : (message.content ?? '');
  const replaced = before ? {} : ({ content, embeds: [] } as const);
  return { ...payload, body: { ...payload.body, ...replaced } };
}

function toComponentsV2(message: Message): Message {
  const text = message.content
    ? [{ type: ComponentType.TextDisplay, content: message.content } as const]
    : [];
  const { content: _content, ...rest } = message;
  return {
    ...rest,
    flags: (message.flags ?? 0) | MessageFlags.IsComponentsV2,
    components: [...text, ...(message.components ?? [])],
  };
}

function hasComponentsV2({ flags }: { flags?: number | undefined }): boolean {
  return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}
