import type { MessageType } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-system-message.js';
import type { DrawContext } from '../draw-context.ts';
import { formatSent } from '../markdown/format-stamp.ts';
import { viewerOf } from '../viewer-of.ts';
import { authorOf } from './author.ts';

/** Discord's numbers of messages that people and bots write: all others it says itself. */
const WRITTEN = new Set([0, 19, 20, 23]);

const THREAD_CREATED = 18 as MessageType.ThreadCreated;

interface SystemKind {
  /** Which of Skyra's symbols stands beside it. */
  readonly symbol: 'join' | 'pin' | 'thread' | 'edit';
  readonly says: string;
}

const KINDS: Readonly<Record<number, SystemKind>> = {
  4: { symbol: 'edit', says: 'changed the name of the channel: ' },
  6: { symbol: 'pin', says: 'pinned a message to this channel.' },
  7: { symbol: 'join', says: 'joined the server.' },
  [THREAD_CREATED]: { symbol: 'thread', says: 'started a thread: ' },
  21: { symbol: 'thread', says: 'began this thread with a message of the channel.' },
};

/** Tells whether a message is one that Discord says itself. */
export function isSystemMessage(message: { readonly type: number }): boolean {
  return !WRITTEN.has(message.type);
}

/** Draws what Discord says itself: a thread was started, a message pinned. */
export function drawSystem(context: DrawContext): TemplateResult {
  const { message, lookup } = context;
  const kind = KINDS[message.type] ?? { symbol: 'edit', says: '' };
  const when = formatSent(Date.parse(message.timestamp), viewerOf(lookup));
  return html`<discord-system-message type=${kind.symbol} timestamp=${when}
    ><strong>${authorOf(message.author, lookup).name}</strong> ${kind.says}${drawSubject(context)}
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
