import { css, html, LitElement, nothing } from 'lit';
import type { SentView } from '../../state/page-state.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import './sent-request.ts';
import './usage-bars.ts';

/** The requests that the bot sent for a message, and how much of Discord's limits they use. */
export class SentPanel extends LitElement {
  static override properties = { sent: {}, locale: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        padding: 8px 16px 16px;
      }
      h3 {
        margin: 12px 0 4px;
        font-size: 14px;
      }
      p {
        color: var(--text-muted);
        font-size: 14px;
      }
    `,
  ];

  declare sent: SentView | undefined;
  declare locale: string;

  protected override render() {
    if (!this.sent) {
      return html`<p>
        Run a command and open this panel again, or choose "What the bot sent" in a message's menu.
      </p>`;
    }
    const { answer, problem } = this.sent;
    if (problem !== undefined) return html`<p role="alert">${problem}</p>`;
    if (!answer) return html`<p>Loading …</p>`;
    const { requests, usage } = answer;
    const last = requests.length - 1;
    return html`<p>
        The exact requests for one message, in order. Use a message's menu to choose another one.
      </p>
      ${
        usage.length > 0
          ? html`<h3>Discord's limits</h3>
              <usage-bars .usage=${usage} .locale=${this.locale}></usage-bars>`
          : nothing
      }
      <h3>Requests</h3>
      ${requests.length === 0 ? html`<p>This message is not from a bot.</p>` : nothing}
      ${requests.map(
        (request, at) =>
          html`<sent-request .request=${request} .isOpen=${at === last}></sent-request>`,
      )}`;
  }
}

customElements.define('sent-panel', SentPanel);
