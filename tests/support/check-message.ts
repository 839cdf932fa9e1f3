import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';
import type { Message } from '../../src/render/message.ts';

/** A component as plain JSON, whatever its type. */
interface Node {
  readonly type?: ComponentType;
  readonly components?: readonly Node[];
  readonly accessory?: Node;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly items?: readonly {
    readonly media: { readonly url: string };
    readonly description?: string;
  }[];
  readonly placeholder?: string;
  readonly options?: readonly { label: string; value: string; description?: string }[];
}

const WITHOUT_V2: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Button,
  ComponentType.StringSelect,
];

/** Describes every limit of Discord that a message breaks. Empty if it may be sent. */
export function checkMessage(message: Message): string[] {
  const nodes = (message.components ?? []).flatMap((component) => listNodes(component as Node));
  const isV2 = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...checkText(message, nodes, isV2),
    ...atMost('components', nodes.length, DISCORD_LIMITS.componentCount),
    ...nodes.flatMap(checkNode),
    ...checkUnique(nodes),
    ...checkMentions(message),
    ...checkFiles(message, nodes),
  ];
}

function listNodes(node: Node): Node[] {
  const children = [...(node.components ?? []), ...(node.accessory ? [node.accessory] : [])];
  return [node, ...children.flatMap(listNodes)];
}

function checkText(message: Message, nodes: readonly Node[], isV2: boolean): string[] {
  if (!isV2) {
    const isEmpty = !message.content?.trim();
    return [
      ...(isEmpty && !message.files?.length ? ['the message is empty'] : []),
      ...atMost('content', message.content?.length ?? 0, DISCORD_LIMITS.contentLength),
      ...(nodes.some(({ type }) => type && !WITHOUT_V2.includes(type))
        ? ['only rows, buttons and menus go without Components V2']
        : []),
    ];
  }
  const texts = nodes.filter(({ type }) => type === ComponentType.TextDisplay);
  const total = texts.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  return [
    ...(message.content === undefined ? [] : ['content beside Components V2']),
    ...(nodes.length === 0 ? ['the message is empty'] : []),
    ...(texts.some(({ content }) => !content?.trim()) ? ['a text display is empty'] : []),
    ...atMost('text of all components', total, DISCORD_LIMITS.componentTextLength),
  ];
}

const CHECKS: Readonly<Partial<Record<ComponentType, (node: Node) => string[]>>> = {
  [ComponentType.ActionRow]: (node) =>
    between('parts of a row', node.components?.length ?? 0, DISCORD_LIMITS.rowButtons),
  [ComponentType.Section]: (node) =>
    between('texts of a section', node.components?.length ?? 0, DISCORD_LIMITS.sectionTexts),
  [ComponentType.Container]: (node) => (node.components?.length ? [] : ['a container is empty']),
  [ComponentType.Button]: checkButton,
  [ComponentType.StringSelect]: checkSelect,
  [ComponentType.MediaGallery]: checkGallery,
};

function checkNode(node: Node): string[] {
  return (node.type && CHECKS[node.type]?.(node)) ?? [];
}

function checkButton({ label, url, custom_id: customId }: Node): string[] {
  return [
    ...between('label of a button', label?.length ?? 0, DISCORD_LIMITS.buttonLabelLength),
    ...(url !== undefined
      ? between('url of a button', url.length, DISCORD_LIMITS.buttonUrlLength)
      : between('custom_id', customId?.length ?? 0, DISCORD_LIMITS.customIdLength)),
    ...(url !== undefined && !/^https?:\/\//u.test(url) ? ['a button links elsewhere'] : []),
  ];
}

function checkSelect({ custom_id: customId, options = [], placeholder }: Node): string[] {
  const texts = options.flatMap(({ label, value, description }) => [label, value, description]);
  return [
    ...between('custom_id', customId?.length ?? 0, DISCORD_LIMITS.customIdLength),
    ...between('options of a menu', options.length, DISCORD_LIMITS.selectOptions),
    ...atMost('placeholder', placeholder?.length ?? 0, DISCORD_LIMITS.selectPlaceholderLength),
    ...texts.flatMap((text) =>
      text === undefined
        ? []
        : between('text of a menu', text.length, DISCORD_LIMITS.selectTextLength),
    ),
  ];
}

function checkGallery({ items = [] }: Node): string[] {
  return [
    ...between('items of a gallery', items.length, DISCORD_LIMITS.galleryItems),
    ...items.flatMap(({ description = '' }) =>
      atMost('description of a picture', description.length, DISCORD_LIMITS.altTextLength),
    ),
  ];
}

/** Files that a gallery shows must be sent with the message. Pictures become files. */
function checkFiles({ files = [], pictures = [] }: Message, nodes: readonly Node[]): string[] {
  const sent = [...files, ...pictures];
  const shown = nodes.flatMap(({ items = [] }) => items.map(({ media }) => media.url));
  const isSent = (url: string): boolean =>
    !url.startsWith('attachment://') || sent.some(({ name }) => url === `attachment://${name}`);
  return [
    ...atMost('files', sent.length, DISCORD_LIMITS.fileCount),
    ...shown.filter((url) => !isSent(url)).map((url) => `${url} is not sent along`),
    ...sent.flatMap(({ description }) =>
      atMost('description of a file', description.length, DISCORD_LIMITS.altTextLength),
    ),
  ];
}

function checkUnique(nodes: readonly Node[]): string[] {
  const ids = nodes.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  return new Set(ids).size === ids.length ? [] : ['a custom_id stands twice'];
}

function checkMentions({ allowed_mentions: allowed }: Message): string[] {
  const { parse, roles = [], users = [] } = allowed;
  return [
    ...(parse?.length === 0 ? [] : ['allowed_mentions must say parse: []']),
    ...atMost('allowed roles', roles.length, DISCORD_LIMITS.allowedMentions),
    ...atMost('allowed users', users.length, DISCORD_LIMITS.allowedMentions),
  ];
}

function atMost(what: string, value: number, max: number): string[] {
  return value > max ? [`${what}: ${value}, at most ${max}`] : [];
}

function between(what: string, value: number, max: number): string[] {
  return value < 1 ? [`${what}: none`] : atMost(what, value, max);
}
