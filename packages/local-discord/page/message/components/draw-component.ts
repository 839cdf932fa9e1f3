import type {
  APIMessageTopLevelComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APISectionComponent,
} from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-action-row.js';
import '../attachments/message-file.ts';
import { formatBytes } from '../attachments/format-bytes.ts';
import { COMPONENT } from '../../discord-numbers.ts';
import type { DrawContext } from '../draw-context.ts';
import { hexColor } from '../../selectors/role-color.ts';
import { drawMarkdown } from '../markdown/draw-markdown.ts';
import { drawButton } from './draw-button.ts';
import './message-container.ts';
import './message-gallery.ts';
import './message-picture.ts';
import './message-section.ts';
import './message-select.ts';
import './message-separator.ts';

type Component =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow;

/** Draws a component of a message with its children. */
export function drawComponent(component: Component, context: DrawContext): TemplateResult {
  switch (component.type) {
    case COMPONENT.actionRow:
      return html`<discord-action-row class="row"
        >${drawAll(component.components, context)}</discord-action-row
      >`;
    case COMPONENT.button:
      return drawButton(component, context);
    case COMPONENT.container: {
      const { accent_color: color } = component;
      return html`<message-container
        .color=${typeof color === 'number' ? hexColor(color) : undefined}
        ?spoiler=${component.spoiler === true}
        >${drawAll(component.components, context)}</message-container
      >`;
    }
    case COMPONENT.section:
      return drawSection(component, context);
    case COMPONENT.textDisplay:
      return drawMarkdown(component.content, context);
    case COMPONENT.mediaGallery:
      return html`<message-gallery count=${component.items.length}
        >${component.items.map(
          ({ media, description, spoiler }) =>
            html`<message-picture
              .url=${media.url}
              .size=${media}
              .alt=${description ?? undefined}
              ?spoiler=${spoiler === true}
              ?cropped=${component.items.length > 1}
            ></message-picture>`,
        )}</message-gallery
      >`;
    case COMPONENT.separator:
      return html`<message-separator
        ?divider=${component.divider !== false}
        ?large=${Number(component.spacing) === 2}
      ></message-separator>`;
    case COMPONENT.file:
      return drawFile(component, context);
    case COMPONENT.stringSelect:
    case COMPONENT.userSelect:
    case COMPONENT.roleSelect:
    case COMPONENT.mentionableSelect:
    case COMPONENT.channelSelect:
      return drawSelect(component, context);
    default:
      return component satisfies never;
  }
}

function drawAll(components: readonly Component[], context: DrawContext): TemplateResult[] {
  return components.map((component) => drawComponent(component, context));
}

function drawSection(
  { accessory, components }: APISectionComponent,
  context: DrawContext,
): TemplateResult {
  const beside =
    accessory.type === COMPONENT.thumbnail
      ? html`<message-picture
          slot="accessory"
          small
          .url=${accessory.media.url}
          .alt=${accessory.description ?? undefined}
          ?spoiler=${accessory.spoiler === true}
        ></message-picture>`
      : html`<div slot="accessory">${drawComponent(accessory, context)}</div>`;
  return html`<message-section>${drawAll(components, context)}${beside}</message-section>`;
}

function drawFile(
  { file, spoiler }: Extract<Component, { file: unknown }>,
  { message, lookup }: DrawContext,
): TemplateResult {
  const attachment = message.attachments.find(({ url }) => url === file.url);
  return html`<message-file
    .name=${attachment?.filename ?? 'file'}
    .size=${attachment ? formatBytes(attachment.size, lookup.locale) : ''}
    .url=${file.url}
    ?spoiler=${spoiler === true}
  ></message-file>`;
}

function drawSelect(
  menu: Exclude<APIComponentInMessageActionRow, { style: unknown }>,
  { ask, lookup, message, waitingFor }: DrawContext,
): TemplateResult {
  const customId = menu.custom_id;
  return html`<message-select
    .menu=${menu}
    .lookup=${lookup}
    ?waits=${waitingFor === customId}
    @choose=${({ detail }: CustomEvent<{ values: readonly string[] }>) =>
      ask('page-select', { messageId: message.id, customId, values: detail.values })}
  ></message-select>`;
}
