import type { APIMessage } from 'discord-api-types/v10';

interface Piece {
  readonly type?: number;
  readonly content?: string;
  readonly components?: readonly Piece[];
  readonly component?: Piece;
}

/** Everything that a message says in words, in Discord's own markdown. */
export function textOfMessage({ content, embeds, components }: APIMessage): string {
  const said = embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  const texts = [content, ...said, ...(components ?? []).flatMap(textsIn)];
  return texts.filter((text) => text !== undefined && text !== '').join('\n');
}

function textsIn(piece: Piece): string[] {
  return [
    ...(piece.content === undefined ? [] : [piece.content]),
    ...(piece.components ?? []).flatMap(textsIn),
    ...(piece.component ? textsIn(piece.component) : []),
  ];
}
