import type { APIMessageComponentEmoji } from 'discord-api-types/v10';

/** Writes an emoji of a button or option: a Unicode emoji itself, a custom one as `:name:`. */
export function emojiText(emoji: APIMessageComponentEmoji | undefined): string {
  if (emoji?.name === undefined) return '';
  return emoji.id === undefined ? emoji.name : `:${emoji.name}:`;
}
