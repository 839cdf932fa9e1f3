import { ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ComponentNode } from './component-tree.ts';
import { createNumbering } from './create-numbering.ts';

/** Resolves the URL of an attachment (`attachment://NAME`) or of a picture on the web. */
export type ResolveMedia = (url: string) => ResolvedMedia;

/** A media item of a message. Only attachments have a type and a size. */
export interface ResolvedMedia {
  readonly id: string;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Turns the components of a request into those of the message: each gets a numeric id, missing fields get
 * their defaults, and media get their URLs.
 */
export function renderComponents(
  components: readonly APIMessageTopLevelComponent[],
  resolveMedia: ResolveMedia,
): APIMessageTopLevelComponent[] {
  const idOf = createNumbering(components);
  const render = (node: ComponentNode): ComponentNode => {
    const rendered: Record<string, unknown> & { type: ComponentType } = {
      ...defaultsOf(node.type),
      ...withoutNulls(node),
      type: node.type,
    };
    rendered['id'] = idOf(node);
    if (Array.isArray(node['components'])) {
      rendered['components'] = node['components'].map((child: ComponentNode) => render(child));
    }
    if (node['accessory']) rendered['accessory'] = render(node['accessory'] as ComponentNode);
    for (const field of ['media', 'file']) {
      if (node[field]) rendered[field] = resolveMedia((node[field] as { url: string }).url);
    }
    if (node.type === ComponentType.MediaGallery) {
      rendered['items'] = (node['items'] as Media[]).map((item) => ({
        description: null,
        spoiler: false,
        ...withoutNulls(item),
        media: resolveMedia(item.media.url),
      }));
    }
    return rendered;
  };
  return components.map((component) => render({ ...component }) as never);
}

interface Media extends Record<string, unknown> {
  readonly media: { readonly url: string };
}

const defaults: Partial<Record<ComponentType, object>> = {
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { name: null, size: null, spoiler: false },
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1, disabled: false },
};

function defaultsOf(type: ComponentType): object {
  return defaults[type] ?? {};
}

function withoutNulls(node: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null));
}
