import type { APIMessage } from 'discord-api-types/v10';

interface Piece {
  readonly type?: number;
  readonly content?: string;
  readonly components?: readonly Piece[];
  readonly component?: Piece;
}

/** Returns all text of a message in Discord's markdown: content, embeds and components. */
export function textOfMessage({ content, embeds, components }: APIMessage): string {
  const embedTexts = embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  const texts = [content, ...embedTexts, ...(components ?? []).flatMap(textsIn)];
  return texts.filter((text) => text !== undefined && text !== '').join('\n');
}

function textsIn(piece: Piece): string[] {
  return [
    ...(piece.content === undefined ? [] : [piece.content]),
    ...(piece.components ?? []).flatMap(textsIn),
    ...(piece.component ? textsIn(piece.component) : []),
  ];
}
