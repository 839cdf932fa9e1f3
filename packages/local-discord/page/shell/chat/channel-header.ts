import { css, html, LitElement, nothing } from 'lit';
import type { ViewChannel } from '../../../view/view.ts';
import type { Panel } from '../../state/page-state.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import { iconOf } from '../icon-of-channel.ts';
import { icon } from '../icons.ts';
import { PANEL_TITLES } from '../panels/panel-titles.ts';
import { ask } from '../shell-ask.ts';

const panels = ['sent', 'clock', 'members'] as const;

/** The open channel's name and topic, and the buttons that open panels. */
export class ChannelHeader extends LitElement {
  static override properties = { channel: {}, panel: {}, navOpen: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 48px;
        padding: 0 12px;
        border-bottom: 1px solid var(--border);
      }
      .channel-icon {
        color: var(--text-muted);
      }
      h1 {
        flex: none;
        max-width: 60%;
        margin: 0;
        font-size: 16px;
      }
      .topic {
        flex: 1;
        min-width: 0;
        padding-left: 8px;
        border-left: 1px solid var(--border);
        color: var(--text-muted);
        font-size: 14px;
      }
      .buttons {
        display: flex;
        flex: none;
        gap: 4px;
        margin-left: auto;
      }
      .nav {
        display: none;
      }
      @media (max-width: 640px) {
        :host {
          gap: 4px;
          padding: 0 6px;
        }
        .nav {
          display: inline-grid;
          flex: none;
        }
        h1 {
          flex: 0 1 auto;
          min-width: 0;
          max-width: none;
        }
        .topic {
          display: none;
        }
      }
    `,
  ];

  declare channel: ViewChannel;
  declare panel: Panel;
  declare navOpen: boolean;

  protected override render() {
    const { name, topic } = this.channel;
    return html`<button
        class="icon-button nav"
        aria-label="Servers and channels"
        aria-expanded=${this.navOpen}
        @click=${() => ask(this, { to: 'open-nav', open: !this.navOpen })}
      >
        ${icon('menu')}
      </button>
      <span class="channel-icon">${iconOf(this.channel)}</span>
      <h1 class="one-line">${name}</h1>
      ${topic ? html`<span class="topic one-line" title=${topic}>${topic}</span>` : nothing}
      <div class="buttons">
        ${panels.map(
          (panel) =>
            html`<button
              class="icon-button"
              title=${PANEL_TITLES[panel]}
              aria-label=${PANEL_TITLES[panel]}
              aria-pressed=${this.panel === panel}
              @click=${() => ask(this, { to: 'toggle-panel', panel })}
            >
              ${icon(panel)}
            </button>`,
        )}
      </div>`;
  }
}

customElements.define('channel-header', ChannelHeader);
