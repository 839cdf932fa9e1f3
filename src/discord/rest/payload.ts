import type { RawFile } from 'discord.js';
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type {
  APIAllowedMentions,
  APIMessage,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Message } from '../../render/message.ts';

/** A message as discord.js's REST client sends it. */
export interface Payload {
  readonly body: {
    readonly content?: string | null;
    readonly embeds?: readonly [];
    readonly components: readonly APIMessageTopLevelComponent[];
    readonly flags: number;
    readonly allowed_mentions: APIAllowedMentions;
    /** Naming the files here also drops those that an edited message had before. */
    readonly attachments: readonly { id: string; filename: string; description: string }[];
  };
  readonly files: RawFile[];
}

/** Builds what is sent for a message; `flags` are added to its own. */
export function buildPayload(message: Message, flags = 0): Payload {
  const files = message.files ?? [];
  return {
    body: {
      ...(message.content !== undefined && { content: message.content }),
      components: message.components ?? [],
      flags: (message.flags ?? 0) | flags,
      allowed_mentions: message.allowed_mentions,
      attachments: files.map((file, index) => ({
        // A snowflake in Discord's specification, and so a text.
        id: String(index),
        filename: file.name,
        description: file.description,
      })),
    },
    files: files.map((file) => ({ name: file.name, data: file.data })),
  };
}

/**
 * Builds the edit that turns a shown message into another. Components V2 cannot be switched off
 * again, so text becomes a component there; switched on, they tolerate no content and no embeds.
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
