import type { APIButtonComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { BUTTON } from '../../discord-numbers.ts';
import type { DrawContext } from '../draw-context.ts';
import { readAddress } from '../markdown/read-address.ts';
import { emojiText } from '../../pick/emoji-text.ts';

const LOOKS = {
  [BUTTON.primary]: 'primary',
  [BUTTON.secondary]: 'secondary',
  [BUTTON.success]: 'success',
  [BUTTON.danger]: 'danger',
} as const;

/**
 * Draws a button. Skyra's isn't used: it isn't a `button` when disabled, shows only pictures as emoji, and
 * isn't allowed beside a section.
 */
export function drawButton(button: APIButtonComponent, context: DrawContext): TemplateResult {
  switch (button.style) {
    case BUTTON.link:
      return drawLinkButton(button, button.url);
    case BUTTON.premium:
      return html`<button type="button" class="button primary" disabled>Premium</button>`;
    case BUTTON.primary:
    case BUTTON.secondary:
    case BUTTON.success:
    case BUTTON.danger:
      return drawPressButton(button, context);
    default:
      return button satisfies never;
  }
}

type Labelled = Exclude<APIButtonComponent, { sku_id: string }>;

function drawLinkButton(button: Labelled, url: string): TemplateResult {
  const href = readAddress(url);
  if (button.disabled === true || href === undefined) {
    return html`<button type="button" class="button secondary" disabled>
      ${content(button)} <span aria-hidden="true">↗</span>
    </button>`;
  }
  return html`<a
    class="button secondary"
    href=${href}
    title=${href}
    target="_blank"
    rel="noopener noreferrer"
    >${content(button)} <span aria-hidden="true">↗</span></a
  >`;
}

function drawPressButton(
  button: Exclude<Labelled, { url: string }>,
  { ask, message, waitingFor }: DrawContext,
): TemplateResult {
  const customId = button.custom_id;
  const isWaiting = waitingFor === customId;
  return html`<button
    type="button"
    class=${`button ${LOOKS[button.style]}`}
    ?disabled=${button.disabled === true}
    aria-busy=${isWaiting ? 'true' : nothing}
    aria-label=${button.label === undefined ? emojiText(button.emoji) : nothing}
    @click=${() => {
      if (!isWaiting) ask('page-press', { messageId: message.id, customId });
    }}
  >
    ${content(button)}
  </button>`;
}

function content({ emoji, label }: Labelled): TemplateResult {
  const icon = emojiText(emoji);
  return html`${icon ? html`<span aria-hidden=${label ? 'true' : 'false'}>${icon}</span>` : nothing}
  ${label ? html`<span class="label">${label}</span>` : nothing}`;
}
