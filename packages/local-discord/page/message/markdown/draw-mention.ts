import { html, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-mention.js';
import { isThread } from '../../discord-numbers.ts';
import type { TextContext } from '../draw-context.ts';
import { authorOf } from '../head/author.ts';
import type { Inline } from './nodes.ts';

type Mention = Extract<Inline, { kind: 'user' | 'role' | 'channel' | 'everyone' | 'command' }>;

/** Draws a mention; channels and commands can be pressed. */
export function drawMention(node: Mention, context: TextContext): TemplateResult {
  switch (node.kind) {
    case 'user':
      return drawUser(node.id, context);
    case 'role':
      return html`<discord-mention type="role"
        >${context.lookup.role(node.id)?.name ?? 'unknown-role'}</discord-mention
      >`;
    case 'channel':
      return drawChannel(node.id, context);
    case 'everyone':
      return context.message.mention_everyone
        ? html`<discord-mention type="role">${node.raw.slice(1)}</discord-mention>`
        : html`${node.raw}`;
    case 'command':
      return drawCommand(node.name, context);
    default:
      return node satisfies never;
  }
}

/** A command that isn't registered is shown but can't be used. */
function drawCommand(name: string, { lookup, ask }: TextContext): TemplateResult {
  const pill = html`<discord-mention type="slash">${name}</discord-mention>`;
  if (lookup.commandId(name) === undefined) return pill;
  return html`<button type="button" class="bare" @click=${() => ask('page-use-command', { name })}>
    ${pill}
  </button>`;
}

function drawUser(id: string, { lookup, message }: TextContext): TemplateResult {
  const user = lookup.member(id)?.user ?? message.mentions.find((one) => one.id === id);
  const name = user ? authorOf(user, lookup).name : 'unknown-user';
  return html`<discord-mention type="user" ?highlight=${id === lookup.meId}
    >${name}</discord-mention
  >`;
}

function drawChannel(id: string, { lookup, ask }: TextContext): TemplateResult {
  const channel = lookup.channel(id);
  if (!channel) return html`<discord-mention type="channel">unknown</discord-mention>`;
  const kind = isThread(channel) ? 'thread' : 'channel';
  return html`<button
    type="button"
    class="bare"
    aria-label=${`Open ${kind} ${channel.name}`}
    @click=${() => ask('page-open-channel', { channelId: id })}
  >
    <discord-mention type=${kind}>${channel.name}</discord-mention>
  </button>`;
}
