import '@skyra/discord-components-core/discord-action-row.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCode } from '@skyra/discord-components-core/discord-code.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordFileAttachment } from '@skyra/discord-components-core/discord-file-attachment.js';
import { DiscordLink } from '@skyra/discord-components-core/discord-link.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordQuote } from '@skyra/discord-components-core/discord-quote.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordSystemMessage } from '@skyra/discord-components-core/discord-system-message.js';
import { DiscordThread } from '@skyra/discord-components-core/discord-thread.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import type { CSSResult } from 'lit';
import * as colors from './colors.ts';

/**
 * Gives Skyra's elements the page's colours. Their own are fixed, and some have too little contrast
 * (#72767d). Each class gets a style sheet after its own, for elements created from now on.
 */
export function dressSkyra(): void {
  if (isDone) return;
  isDone = true;
  for (const [element, style] of STYLES) element.elementStyles.push(style);
}

let isDone = false;

const STYLES: readonly (readonly [{ readonly elementStyles: unknown[] }, CSSResult])[] = [
  [DiscordMessage, colors.messageColors],
  [DiscordAuthorInfo, colors.authorColors],
  [DiscordVerifiedAuthorTag, colors.tagColors],
  [DiscordCommand, colors.lineAboveColors],
  [DiscordReply, colors.lineAboveColors],
  [DiscordSystemMessage, colors.systemColors],
  [DiscordEmbed, colors.embedColors],
  [DiscordEmbedField, colors.embedFieldColors],
  [DiscordFileAttachment, colors.fileColors],
  [DiscordLink, colors.linkColors],
  [DiscordQuote, colors.quoteColors],
  [DiscordThread, colors.threadColors],
  [DiscordCode, colors.codeColors],
];
