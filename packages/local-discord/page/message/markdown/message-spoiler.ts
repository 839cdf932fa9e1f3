import { css, html, LitElement, nothing } from 'lit';

/** Text that is hidden until the viewer uncovers it. */
export class MessageSpoilerElement extends LitElement {
  static override properties = { shown: { type: Boolean, reflect: true } };
  declare shown: boolean;

  static override styles = css`
    :host {
      position: relative;
      border-radius: 3px;
      background: var(--spoiler);
      cursor: pointer;
    }
    :host([shown]) {
      background: var(--code-bg);
      cursor: auto;
    }
    :host(:focus-within:not([shown])) {
      outline: 2px solid var(--focus);
    }
    /* Hidden from screen readers and the keyboard too. */
    :host(:not([shown])) slot {
      visibility: hidden;
    }
    button {
      position: absolute;
      inset: 0;
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      cursor: inherit;
    }
  `;

  constructor() {
    super();
    this.shown = false;
    this.addEventListener('click', () => (this.shown = true));
  }

  protected override render() {
    const button = html`<button type="button" aria-label="Show spoiler"></button>`;
    return html`<slot></slot>${this.shown ? nothing : button}`;
  }
}

customElements.define('message-spoiler', MessageSpoilerElement);
