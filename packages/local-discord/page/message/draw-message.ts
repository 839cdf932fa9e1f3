import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-thread.js';
import { drawAttachments } from './attachments/draw-attachments.ts';
import { colored } from './colored.ts';
import { FLAG, hasFlag } from '../discord-numbers.ts';
import { drawComponent } from './components/draw-component.ts';
import type { DrawContext } from './draw-context.ts';
import { drawEmbed } from './embeds/draw-embed.ts';
import { authorOf } from './head/author.ts';
import { avatarUrl } from './head/avatar.ts';
import { drawAbove } from './head/draw-above.ts';
import { drawMarkdown } from './markdown/draw-markdown.ts';
import { formatSent, formatStamp } from './markdown/format-stamp.ts';
import { untilGivenUp } from './thinking.ts';
import { viewerOf } from './viewer-of.ts';

/** What is shown with a message but isn't part of it. */
interface Around {
  readonly grouped: boolean;
  readonly failed: string | undefined;
}

/** Draws a message that a user or bot wrote. */
export function drawMessage(context: DrawContext, { grouped, failed }: Around): TemplateResult {
  const { message, lookup } = context;
  const { name, isApp, color } = authorOf(message.author, lookup);
  const sentMs = Date.parse(message.timestamp);
  const viewer = viewerOf(lookup);
  const above = drawAbove(context);
  const isBare = grouped && above === nothing;
  return html`<discord-message
    ${colored('--author-color', color)}
    author=${name}
    avatar=${avatarUrl(message.author.id, name)}
    ?bot=${isApp}
    ?edited=${message.edited_timestamp !== null && !hasFlag(message, FLAG.loading)}
    ?message-body-only=${isBare}
    .timestamp=${isBare ? formatStamp(sentMs, 't', viewer) : formatSent(sentMs, viewer)}
  >
    ${above}${drawText(context)} ${message.embeds.map((embed) => drawEmbed(embed, context))}
    ${drawAttachments(context)}
    <div slot="components" class="components">
      ${(message.components ?? []).map((component) => drawComponent(component, context))}
    </div>
    <div slot="thread" class="notes">
      ${drawThread(context)}${failed ? html`<p class="failed">${failed}</p>` : nothing}
      ${drawEphemeral(context)}
    </div>
  </discord-message>`;
}

function drawText(context: DrawContext): TemplateResult | typeof nothing {
  const { message, lookup } = context;
  const leftMs = untilGivenUp(message, lookup.now());
  if (leftMs !== undefined) {
    if (leftMs <= 0) return html`<span class="failed">The application did not respond</span>`;
    const { name } = authorOf(message.author, lookup);
    return html`<span class="thinking"
      ><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…</span
    >`;
  }
  return message.content ? drawMarkdown(message.content, context, 'content') : nothing;
}

function drawThread({ message, ask }: DrawContext): TemplateResult | typeof nothing {
  const { thread } = message;
  if (!thread) return nothing;
  const count = 'message_count' in thread ? (thread.message_count ?? 0) : 0;
  return html`<button
    type="button"
    class="bare thread"
    @click=${() => ask('page-open-channel', { channelId: thread.id })}
  >
    <discord-thread
      name=${thread.name}
      cta=${count === 0 ? 'See thread' : `${count} ${count === 1 ? 'message' : 'messages'}`}
    ></discord-thread>
  </button>`;
}

const eye = html`<svg class="eye" viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M12 5C7 5 3 9 1 12c2 3 6 7 11 7s9-4 11-7c-2-3-6-7-11-7Zm0 12a5 5 0 1 1 0-10 5 5 0 0 1 0 10Zm0-2.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
  />
</svg>`;

/** Skyra's own note can't be reached by keyboard. */
function drawEphemeral({ message, ask }: DrawContext): TemplateResult | typeof nothing {
  if (!hasFlag(message, FLAG.ephemeral)) return nothing;
  return html`<p class="ephemeral">
    ${eye} Only you can see this ·
    <button
      type="button"
      class="bare link"
      @click=${() => ask('page-dismiss', { messageId: message.id })}
    >
      Dismiss
    </button>
  </p>`;
}
