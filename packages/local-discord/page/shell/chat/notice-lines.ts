import { css, html, LitElement } from 'lit';
import type { Notice } from '../../state/page-state.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import { icon } from '../icons.ts';
import { ask } from '../shell-ask.ts';

/** Lines above the composer that tell the viewer what failed. */
export class NoticeLines extends LitElement {
  static override properties = { notices: {} };
  static override styles = [
    sharedStyles,
    css`
      div {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 0 16px 6px;
        padding: 4px 4px 4px 12px;
        border-left: 3px solid var(--danger);
        border-radius: 4px;
        background: var(--bg-input);
        font-size: 14px;
      }
      p {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .text {
        color: var(--danger);
      }
      small {
        display: block;
        color: var(--text-muted);
        font-size: 12px;
      }
    `,
  ];

  declare notices: readonly Notice[];

  protected override render() {
    return this.notices.map(
      ({ key, text, reason }) =>
        html`<div role="alert">
          <p><span class="text">${text}</span> ${reason}<small>Only you can see this</small></p>
          <button
            class="icon-button"
            aria-label="Dismiss"
            @click=${() => ask(this, { to: 'drop-notice', key })}
          >
            ${icon('close', 16)}
          </button>
        </div>`,
    );
  }
}

customElements.define('notice-lines', NoticeLines);
