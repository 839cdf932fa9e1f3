import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { Message } from './message.ts';

/** The calm accent color of Dateline's own messages. */
const ACCENT_COLOR = 0x3b6ea5;

/** Builds a message with one container, and rows of buttons below it, that mentions nobody. */
export function buildPanel(
  components: readonly APIComponentInContainer[],
  below: readonly APIMessageTopLevelComponent[] = [],
): Message {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [buildContainer(components), ...below],
    allowed_mentions: { parse: [] },
  };
}

/** A box with the accent bar at its side. */
function buildContainer(components: readonly APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: ACCENT_COLOR, components: [...components] };
}

/** A block of Markdown text. */
export function buildText(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A thin line between blocks. Without `divider` it is only a gap. */
export function buildSeparator(divider = true): APISeparatorComponent {
  return { type: ComponentType.Separator, divider, spacing: SeparatorSpacingSize.Small };
}

/** A button that opens a web page. `url` must come from `parseLink`. */
export function buildLinkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** A grey button that carries its state in `customId`. */
export function buildButton(
  label: string,
  customId: string,
  options: { disabled?: boolean } = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: customId,
    disabled: options.disabled ?? false,
  };
}

/** A row of up to five buttons, or of one menu. */
export function buildRow(
  components: readonly APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [...components] };
}
