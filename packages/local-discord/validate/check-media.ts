import { walkComponents } from '../state/component-tree.ts';
import type { MessageBody } from '../state/message-body.ts';
import type { FieldErrors, FieldPath } from './field-errors.ts';
import type { MessageCheck } from './message-check.ts';

interface Reference {
  readonly url: string;
  readonly path: FieldPath;
  /** File components accept only attachments. */
  readonly mustBeFile?: boolean;
}

/** Adds errors for `attachment://NAME` without such a file, and for URLs with a wrong scheme. */
export function checkMediaReferences(
  errors: FieldErrors,
  body: MessageBody,
  check: MessageCheck,
): void {
  const files = new Set(listFileNames(body, check));
  for (const { url, path, mustBeFile } of listReferences(body, check.under ?? [])) {
    const name = /^attachment:\/\/(.*)$/.exec(url)?.[1];
    if (name === undefined && (mustBeFile || !/^https?:\/\//i.test(url))) {
      const schemes = mustBeFile ? "'attachment'" : "'http', 'https', 'attachment'";
      errors.add(path, 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of (${schemes}).`);
    }
    if (name === undefined || files.has(name)) continue;
    errors.add(
      path,
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      `The referenced attachment "${name}" was not found`,
    );
  }
}

function listFileNames(body: MessageBody, check: MessageCheck): string[] {
  const listed = body.attachments;
  const kept = (check.edited?.attachments ?? []).filter(
    (file) => !listed || listed.some(({ id }) => id === file.id),
  );
  const sent = check.uploads.map(
    (upload) => listed?.find(({ id }) => id === upload.index)?.filename ?? upload.name,
  );
  return [...kept.map((file) => file.filename), ...sent];
}

function listReferences(body: MessageBody, under: FieldPath): Reference[] {
  const inEmbeds = (body.embeds ?? []).flatMap((embed, index) => {
    const at = [...under, 'embeds', index];
    return [
      { url: embed.image?.url, path: [...at, 'image', 'url'] },
      { url: embed.thumbnail?.url, path: [...at, 'thumbnail', 'url'] },
      { url: embed.author?.icon_url, path: [...at, 'author', 'icon_url'] },
      { url: embed.footer?.icon_url, path: [...at, 'footer', 'icon_url'] },
    ];
  });
  const inComponents = [...walkComponents(body.components ?? [])].flatMap(({ node, path }) => {
    const at = [...under, ...path];
    const media = node['media'] as { url: string } | undefined;
    const file = node['file'] as { url: string } | undefined;
    const items = (node['items'] as { media: { url: string } }[] | undefined) ?? [];
    return [
      { url: media?.url, path: [...at, 'media', 'url'] },
      { url: file?.url, path: [...at, 'file', 'url'], mustBeFile: true },
      ...items.map((item, index) => ({
        url: item.media.url,
        path: [...at, 'items', index, 'media', 'url'],
      })),
    ];
  });
  return [...inEmbeds, ...inComponents].flatMap(({ url, ...rest }) =>
    url ? { url, ...rest } : [],
  );
}
