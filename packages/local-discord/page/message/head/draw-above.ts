import type { MessageType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-reply.js';
import type { DrawContext } from '../draw-context.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { textOfBlocks } from '../markdown/text-of.ts';
import { authorOf } from './author.ts';
import { avatarUrl } from './avatar.ts';

/** Discord's numbers for the types of messages that have a line above them. */
const KIND = {
  reply: 19 as MessageType.Reply,
  slashCommand: 20 as MessageType.ChatInputCommand,
  contextCommand: 23 as MessageType.ContextMenuCommand,
} as const;

/** Draws the line above a message: the command that it answers, or the message that it replies to. */
export function drawAbove(context: DrawContext): TemplateResult | typeof nothing {
  const { type } = context.message;
  if (type === KIND.slashCommand || type === KIND.contextCommand) return drawCommand(context);
  return type === KIND.reply ? drawReply(context) : nothing;
}

function drawCommand({ message, lookup }: DrawContext): TemplateResult | typeof nothing {
  // Discord still sends this deprecated field, and no other field has the command's name.
  const interaction = message.interaction;
  if (!interaction) return nothing;
  const { name } = authorOf(interaction.user, lookup);
  const slash = message.type === KIND.slashCommand ? '/' : '';
  return html`<discord-command
    slot="reply"
    type="slash_command"
    author=${name}
    avatar=${avatarUrl(interaction.user.id, name)}
    command=${slash + interaction.name}
  ></discord-command>`;
}

function drawReply({ message, lookup, ask }: DrawContext): TemplateResult | typeof nothing {
  const original = message.referenced_message;
  // Undefined: Discord didn't say which message it is. Null: that message was deleted.
  if (original === undefined) return nothing;
  if (!original) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  const { name, isApp } = authorOf(original.author, lookup);
  const text = textOfBlocks(parseMarkdown(original.content)).replaceAll('\n', ' ');
  return html`<button
    slot="reply"
    type="button"
    class="bare reply"
    title="Go to the original message"
    @click=${() => ask('page-show-message', { messageId: original.id })}
  >
    <discord-reply author=${name} avatar=${avatarUrl(original.author.id, name)} ?bot=${isApp}
      >${text || 'Open the original message'}</discord-reply
    >
  </button>`;
}
