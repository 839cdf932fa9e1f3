import { html, type TemplateResult } from 'lit';
import '../components/message-picture.ts';
import type { DrawContext } from '../draw-context.ts';
import { formatBytes } from './format-bytes.ts';
import { isPicture, looseAttachments } from './loose-attachments.ts';
import './message-file.ts';

/** Draws the attachments that no embed or component of the message shows. */
export function drawAttachments({ message, lookup }: DrawContext): readonly TemplateResult[] {
  return looseAttachments(message).map((file) => {
    const spoiler = file.filename.startsWith('SPOILER_');
    return isPicture(file)
      ? html`<message-picture
          slot="attachments"
          class="attachment"
          .url=${file.url}
          .size=${file}
          .alt=${file.description}
          ?spoiler=${spoiler}
        ></message-picture>`
      : html`<message-file
          slot="attachments"
          .name=${file.filename}
          .size=${formatBytes(file.size, lookup.locale)}
          .url=${file.url}
          ?spoiler=${spoiler}
        ></message-file>`;
  });
}
