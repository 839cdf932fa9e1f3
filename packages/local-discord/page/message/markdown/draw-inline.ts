import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-code.js';
import type { TextContext } from '../draw-context.ts';
import { drawMention } from './draw-mention.ts';
import './live-stamp.ts';
import './message-spoiler.ts';
import type { Inline } from './nodes.ts';

/**
 * Draws inline nodes. Skyra's bold, italic and underline aren't used: they put spaces around their
 * text.
 */
export function drawInline(
  nodes: readonly Inline[],
  context: TextContext,
): readonly TemplateResult[] {
  return nodes.map((node) => drawNode(node, context));
}

function drawNode(node: Inline, context: TextContext): TemplateResult {
  switch (node.kind) {
    case 'text':
      return html`<span class="text">${node.text}</span>`;
    case 'strong':
      return html`<strong>${drawInline(node.children, context)}</strong>`;
    case 'emphasis':
      return html`<em>${drawInline(node.children, context)}</em>`;
    case 'underline':
      return html`<u>${drawInline(node.children, context)}</u>`;
    case 'strike':
      return html`<s>${drawInline(node.children, context)}</s>`;
    case 'spoiler':
      return html`<message-spoiler>${drawInline(node.children, context)}</message-spoiler>`;
    case 'code':
      return html`<discord-code>${node.text}</discord-code>`;
    case 'link':
      return drawLink(node, context);
    case 'time':
      return html`<live-stamp
        .ms=${node.ms}
        .variant=${node.style}
        .lookup=${context.lookup}
      ></live-stamp>`;
    case 'emoji':
      // Its picture would have to be fetched from Discord.
      return html`<span class="emoji" title=${`:${node.name}:`}>:${node.name}:</span>`;
    case 'user':
    case 'role':
    case 'channel':
    case 'everyone':
    case 'command':
      return drawMention(node, context);
    default:
      return node satisfies never;
  }
}

/** Draws a link. Its tooltip always shows the address, because the text may say anything. */
function drawLink(
  { href, title, children }: Extract<Inline, { kind: 'link' }>,
  context: TextContext,
): TemplateResult {
  const hint = title === undefined ? href : `${title}\n\n(${href})`;
  return html`<a href=${href} title=${hint ?? nothing} target="_blank" rel="noopener noreferrer"
    >${drawInline(children, context)}</a
  >`;
}
