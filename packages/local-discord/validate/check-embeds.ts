import type { APIEmbed } from 'discord-api-types/v10';
import { limits } from '../limits.ts';
import type { FieldErrors, FieldPath } from './field-errors.ts';

/** Adds errors for embeds that are empty, have empty fields or are too long together. */
export function checkEmbeds(
  errors: FieldErrors,
  embeds: readonly APIEmbed[],
  path: FieldPath,
): void {
  for (const [index, embed] of embeds.entries()) {
    if (!hasContent(embed)) {
      errors.add([...path, index, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    for (const [at, field] of (embed.fields ?? []).entries()) {
      for (const part of ['name', 'value'] as const) {
        if (field[part].trim() !== '') continue;
        const where = [...path, index, 'fields', at, part];
        errors.add(where, 'BASE_TYPE_REQUIRED', 'This field is required');
      }
    }
  }
  const chars = embeds.reduce((sum, embed) => sum + countEmbedChars(embed), 0);
  if (chars <= limits.embedChars) return;
  const message = `Embed size exceeds maximum size of ${limits.embedChars}`;
  errors.add([...path, embeds.length - 1], 'MAX_EMBED_SIZE_EXCEEDED', message);
}

/** Counts the characters of an embed towards Discord's limit for all embeds of a message. */
export function countEmbedChars(embed: APIEmbed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function hasContent(embed: APIEmbed): boolean {
  const { title, description, url, fields, image, thumbnail, footer, author } = embed;
  const parts = [title, description, url, image, thumbnail, footer?.text, author?.name];
  return parts.some(Boolean) || (fields?.length ?? 0) > 0;
}
