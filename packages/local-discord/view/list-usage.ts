import { ComponentType as Kind, type APIMessage } from 'discord-api-types/v10';
import { limits, specifiedLimits as specified } from '../limits.ts';
import { countTextChars, listComponents, type ComponentNode } from '../state/component-tree.ts';
import { countEmbedChars } from '../validate/check-embeds.ts';
import { measureInteractive } from './measure-interactive.ts';
import { childrenOf, longest, most, type Measure } from './measure.ts';
import type { Usage } from './view.ts';

/** Lists how much of each limit a message uses, without the limits of which it uses nothing. */
export function listUsage(message: APIMessage): Usage[] {
  const nodes = listComponents(message.components ?? []);
  return [
    ...measureContent(message),
    ...measureEmbeds(message),
    ...measureLayout(message, nodes),
    ...measureInteractive(nodes),
    ...measureFiles(message, nodes),
  ].filter(({ used }) => used > 0);
}

function measureContent({ content }: APIMessage): Measure[] {
  return [longest('Characters of the content', [content], limits.contentChars)];
}

function measureEmbeds({ embeds }: APIMessage): Measure[] {
  const fields = embeds.flatMap((embed) => embed.fields ?? []);
  const chars = embeds.reduce((sum, embed) => sum + countEmbedChars(embed), 0);
  return [
    most('Embeds', [embeds.length], specified.embeds),
    most('Characters in all embeds', [chars], limits.embedChars),
    part(
      'title',
      embeds.map(({ title }) => title),
      specified.embedTitleChars,
    ),
    part(
      'description',
      embeds.map((embed) => embed.description),
      specified.embedDescriptionChars,
    ),
    most(
      'Fields of one embed',
      embeds.map((one) => one.fields?.length ?? 0),
      specified.embedFields,
    ),
    part(
      'field name',
      fields.map(({ name }) => name),
      specified.fieldNameChars,
    ),
    part(
      'field value',
      fields.map(({ value }) => value),
      specified.fieldValueChars,
    ),
    part(
      'footer',
      embeds.map(({ footer }) => footer?.text),
      specified.footerChars,
    ),
    part(
      'author',
      embeds.map(({ author }) => author?.name),
      specified.authorChars,
    ),
  ];
}

/** Measures a message's layout. Components V2 and older messages have different limits. */
function measureLayout(message: APIMessage, nodes: readonly ComponentNode[]): Measure[] {
  const components = message.components ?? [];
  if (components.every(({ type }) => type === Kind.ActionRow)) {
    return [most('Rows of buttons and menus', [components.length], limits.actionRows)];
  }
  const inEach = (kind: Kind): number[] =>
    nodes.filter(({ type }) => type === kind).map((node) => childrenOf(node).length);
  return [
    most('Characters in all text displays', [countTextChars(components)], limits.componentsV2Chars),
    most('Components, nested ones too', [nodes.length], limits.componentsV2),
    most('Texts of one section', inEach(Kind.Section), specified.sectionTexts),
    most('Pictures of one gallery', inEach(Kind.MediaGallery), specified.galleryItems),
  ];
}

function measureFiles(message: APIMessage, nodes: readonly ComponentNode[]): Measure[] {
  const { attachments } = message;
  const altTexts = [
    ...attachments.map(({ description }) => description),
    ...nodes.filter(({ type }) => type === Kind.Thumbnail).map((node) => node['description']),
    ...nodes
      .filter(({ type }) => type === Kind.MediaGallery)
      .flatMap(childrenOf)
      .map((item) => item['description']),
  ];
  return [
    most('Files', [attachments.length], specified.files),
    most(
      'Bytes of the largest file',
      attachments.map(({ size }) => size),
      limits.fileBytes,
    ),
    longest('Characters of the longest alt text', altTexts, specified.altTextChars),
  ];
}

function part(what: string, texts: readonly unknown[], limit: number): Measure {
  return longest(`Characters of the longest embed ${what}`, texts, limit);
}
