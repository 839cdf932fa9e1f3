import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '../components/message-picture.ts';
import type { DrawContext } from '../draw-context.ts';
import { hexColor } from '../../selectors/role-color.ts';
import { drawInline } from '../markdown/draw-inline.ts';
import { drawMarkdown } from '../markdown/draw-markdown.ts';
import { formatSent } from '../markdown/format-stamp.ts';
import { parseInline } from '../markdown/parse-inline.ts';
import { readAddress } from '../markdown/read-address.ts';
import { viewerOf } from '../viewer-of.ts';
import { colored } from '../colored.ts';
import { inlineIndexes } from './inline-index.ts';

/**
 * Draws an embed. Its title and pictures are children of Skyra's element and not its attributes, so that a
 * title can have markdown and a picture its own description.
 */
export function drawEmbed(embed: APIEmbed, context: DrawContext): TemplateResult {
  return html`<discord-embed
    slot="embeds"
    ${colored('--embed-color', embed.color === undefined ? undefined : hexColor(embed.color))}
    provider=${ifDefined(embed.provider?.name)}
    author-name=${ifDefined(embed.author?.name)}
    author-url=${ifDefined(embed.author?.url && readAddress(embed.author.url))}
  >
    ${drawTitle(embed, context)}
    ${
      embed.description
        ? html`<discord-embed-description slot="description"
            >${drawMarkdown(embed.description, context)}</discord-embed-description
          >`
        : nothing
    }
    ${drawFields(embed, context)}
    ${embed.image ? drawPicture('fields', 'embed-image', embed.image) : nothing}
    ${embed.thumbnail ? drawPicture('description', 'embed-thumbnail', embed.thumbnail) : nothing}
    ${drawFooter(embed, context)}
  </discord-embed>`;
}

function drawTitle(
  { title, url }: APIEmbed,
  context: DrawContext,
): TemplateResult | typeof nothing {
  if (!title) return nothing;
  const href = url === undefined ? undefined : readAddress(url);
  const text = drawInline(parseInline(title, { depth: 0, inLink: href !== undefined }), context);
  return html`<div slot="description" class="embed-title">
    ${
      href === undefined
        ? text
        : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`
    }
  </div>`;
}

function drawFields(
  { fields = [] }: APIEmbed,
  context: DrawContext,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  const columns = inlineIndexes(fields);
  return html`<discord-embed-fields slot="fields"
    >${fields.map(
      ({ name, value, inline }, index) =>
        html`<discord-embed-field
          field-title=${name}
          ?inline=${inline === true}
          inline-index=${columns[index] ?? nothing}
          >${drawMarkdown(value, context)}</discord-embed-field
        >`,
    )}</discord-embed-fields
  >`;
}

function drawPicture(
  slot: string,
  look: string,
  { url, description }: { readonly url: string; readonly description?: string },
): TemplateResult {
  return html`<message-picture
    slot=${slot}
    class=${look}
    ?small=${look === 'embed-thumbnail'}
    .url=${url}
    .alt=${description}
  ></message-picture>`;
}

function drawFooter(
  { footer, timestamp }: APIEmbed,
  { lookup }: DrawContext,
): TemplateResult | typeof nothing {
  const when = timestamp === undefined ? [] : [formatSent(Date.parse(timestamp), viewerOf(lookup))];
  const parts = [...(footer ? [footer.text] : []), ...when];
  return parts.length === 0
    ? nothing
    : html`<discord-embed-footer slot="footer">${parts.join(' • ')}</discord-embed-footer>`;
}
