import type { APIAttachment, APIEmbed, Snowflake } from 'discord-api-types/v10';
import type { MessageBody } from './message-body.ts';
import { readImage } from './read-image.ts';
import type { ResolvedMedia, ResolveMedia } from './render-components.ts';
import type { World } from './world.ts';

/** A file of a request. `index` is the n of `files[n]`. */
export interface Upload {
  readonly index: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Stores the uploads of a request and returns the message's attachments: first those that are kept, then the
 * uploads. Without an `attachments` list in the request, all present ones are kept.
 */
export function buildAttachments(
  world: World,
  channelId: Snowflake,
  body: MessageBody,
  uploads: readonly Upload[],
  present: readonly APIAttachment[] = [],
): APIAttachment[] {
  const listed = body.attachments;
  const kept = present.filter((one) => !listed || listed.some(({ id }) => id === one.id));
  const added = uploads.map((upload): APIAttachment => {
    const described = listed?.find((one) => one.id === upload.index);
    const name = described?.filename ?? upload.name;
    const id = world.ids.next();
    world.files.set(id, { name, contentType: upload.contentType, bytes: upload.bytes });
    const url = `${world.url}/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
    const image = readImage(upload.bytes);
    return {
      id,
      filename: name,
      content_type: image?.contentType ?? withoutImageType(upload.contentType),
      ...(image?.width && image.height ? { width: image.width, height: image.height } : {}),
      size: upload.bytes.byteLength,
      url,
      proxy_url: url,
      ...(described?.description ? { description: described.description } : {}),
    };
  });
  return [...kept, ...added];
}

/** Creates a resolver that maps `attachment://NAME` to the attachment's URL and leaves other URLs unchanged. */
export function createMediaResolver(
  world: World,
  attachments: readonly APIAttachment[],
): ResolveMedia {
  return (url) => {
    const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
    const file = attachments.find((one) => one.filename === name);
    const address = file?.url ?? url;
    return { id: world.ids.next(), url: address, proxy_url: address, ...describePicture(file) };
  };
}

/** Turns the embeds of a request into those of a message. */
export function renderEmbeds(embeds: readonly APIEmbed[], resolveMedia: ResolveMedia): APIEmbed[] {
  return embeds.map((embed) => {
    const rendered: Record<string, unknown> = { ...withoutNulls(embed), type: 'rich' };
    for (const picture of ['image', 'thumbnail'] as const) {
      const url = embed[picture]?.url;
      if (url) rendered[picture] = { ...embed[picture], ...withoutId(resolveMedia(url)), flags: 0 };
    }
    if (embed.fields) {
      rendered['fields'] = embed.fields.map((field) => ({
        ...field,
        inline: field.inline ?? false,
      }));
    }
    return rendered;
  });
}

/** Replaces the type of a file that is declared as a picture but isn't one. */
function withoutImageType(declared: string): string {
  return /^image\/(?:png|jpeg|gif|webp)$/.test(declared) ? 'application/octet-stream' : declared;
}

function describePicture(file: APIAttachment | undefined): Partial<ResolvedMedia> {
  const { content_type: type, width, height } = file ?? {};
  return {
    ...(type === undefined ? {} : { content_type: type }),
    ...(width && height ? { width, height } : {}),
  };
}

function withoutId({ id: _id, ...media }: ResolvedMedia): Omit<ResolvedMedia, 'id'> {
  return media;
}

function withoutNulls(embed: APIEmbed): Record<string, unknown> {
  return Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== null));
}
