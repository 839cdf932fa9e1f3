import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-quote.js';
import type { TextContext } from '../draw-context.ts';
import { drawInline } from './draw-inline.ts';
import type { Block } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** Draws a text in Discord's markdown; `look` is an additional CSS class. */
export function drawMarkdown(text: string, context: TextContext, look = ''): TemplateResult {
  return html`<div class=${`markdown ${look}`}>${drawBlocks(parseMarkdown(text), context)}</div>`;
}

function drawBlocks(blocks: readonly Block[], context: TextContext): readonly TemplateResult[] {
  return blocks.map((block) => drawBlock(block, context));
}

function drawBlock(block: Block, context: TextContext): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<div class="paragraph">${drawInline(block.children, context)}</div>`;
    case 'subtext':
      return html`<div class="subtext">${drawInline(block.children, context)}</div>`;
    case 'heading':
      return html`<div
        class=${`heading level-${block.level}`}
        role="heading"
        aria-level=${context.outline(block.level)}
      >
        ${drawInline(block.children, context)}
      </div>`;
    case 'quote':
      return html`<discord-quote>${drawBlocks(block.blocks, context)}</discord-quote>`;
    case 'code-block':
      return html`<pre
        tabindex="0"
        role="region"
        aria-label=${block.language ? `Code, ${block.language}` : 'Code'}
      ><code>${block.text}</code></pre>`;
    case 'list':
      return drawList(block, context);
    default:
      return block satisfies never;
  }
}

function drawList(
  { start, items }: Extract<Block, { kind: 'list' }>,
  context: TextContext,
): TemplateResult {
  const rows = items.map((item) => html`<li>${drawBlocks(item, context)}</li>`);
  return start === undefined
    ? html`<ul>
        ${rows}
      </ul>`
    : html`<ol start=${start === 1 ? nothing : start}>
        ${rows}
      </ol>`;
}
