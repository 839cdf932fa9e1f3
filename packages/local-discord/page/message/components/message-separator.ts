import { css, html, LitElement } from 'lit';

/** Space between components, with or without a line. */
export class MessageSeparatorElement extends LitElement {
  static override properties = {
    divider: { type: Boolean, reflect: true },
    large: { type: Boolean, reflect: true },
  };
  declare divider: boolean;
  declare large: boolean;

  static override styles = css`
    :host {
      display: block;
      padding: 2px 0;
    }
    :host([large]) {
      padding: 10px 0;
    }
    hr {
      margin: 0;
      border: 0;
    }
    :host([divider]) hr {
      border-top: 1px solid var(--border);
    }
  `;

  protected override render() {
    return html`<hr aria-hidden=${this.divider ? 'false' : 'true'} />`;
  }
}

customElements.define('message-separator', MessageSeparatorElement);
