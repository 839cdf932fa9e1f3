import type { APIAttachment, APIMessage } from 'discord-api-types/v10';

/** Returns the attachments that no embed or component of the message shows. */
export function looseAttachments(message: APIMessage): readonly APIAttachment[] {
  if (message.attachments.length === 0) return [];
  const shown = JSON.stringify([message.embeds, message.components ?? []]);
  return message.attachments.filter(({ url }) => !shown.includes(JSON.stringify(url).slice(1, -1)));
}

/** Tells whether an attachment is a picture. */
export function isPicture({ content_type: type }: APIAttachment): boolean {
  return type?.startsWith('image/') ?? false;
}
