import type { MessageType } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-system-message.js';
import type { DrawContext } from '../draw-context.ts';
import { formatSent } from '../markdown/format-stamp.ts';
import { viewerOf } from '../viewer-of.ts';
import { authorOf } from './author.ts';

/** Discord's numbers for messages that users and bots write. All other types are system messages. */
const WRITTEN = new Set([0, 19, 20, 23]);

const THREAD_CREATED = 18 as MessageType.ThreadCreated;

interface SystemKind {
  /** Skyra's symbol beside the message. */
  readonly symbol: 'join' | 'pin' | 'thread' | 'edit';
  readonly text: string;
}

const KINDS: Readonly<Record<number, SystemKind>> = {
  4: { symbol: 'edit', text: 'changed the name of the channel: ' },
  6: { symbol: 'pin', text: 'pinned a message to this channel.' },
  7: { symbol: 'join', text: 'joined the server.' },
  [THREAD_CREATED]: { symbol: 'thread', text: 'started a thread: ' },
  21: { symbol: 'thread', text: 'started this thread from a message in the channel.' },
};

/** Tells whether Discord itself writes a message. */
export function isSystemMessage(message: { readonly type: number }): boolean {
  return !WRITTEN.has(message.type);
}

/** Draws a system message: a thread was started, a message was pinned. */
export function drawSystem(context: DrawContext): TemplateResult {
  const { message, lookup } = context;
  const kind = KINDS[message.type] ?? { symbol: 'edit', text: '' };
  const when = formatSent(Date.parse(message.timestamp), viewerOf(lookup));
  return html`<discord-system-message type=${kind.symbol} timestamp=${when}
    ><strong>${authorOf(message.author, lookup).name}</strong> ${kind.text}${drawSubject(context)}
  </discord-system-message>`;
}

function drawSubject({ message, ask }: DrawContext): TemplateResult | string {
  const channelId = message.message_reference?.channel_id;
  if (message.type !== THREAD_CREATED || channelId === undefined) return message.content;
  return html`<button
    type="button"
    class="bare link"
    @click=${() => ask('page-open-channel', { channelId })}
  >
    ${message.content}
  </button>`;
}
