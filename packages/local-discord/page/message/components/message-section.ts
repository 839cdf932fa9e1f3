import { css, html, LitElement } from 'lit';

/** Texts with a picture or button beside them, in the slot `accessory`. */
export class MessageSectionElement extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      gap: 12px;
      align-items: flex-start;
      justify-content: space-between;
      min-width: 0;
    }
    .texts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      flex: 1;
      gap: 4px;
      min-width: 0;
    }
    slot[name='accessory'] {
      display: block;
      flex: none;
      max-width: 40%;
    }
  `;

  protected override render() {
    return html`<div class="texts"><slot></slot></div>
      <slot name="accessory"></slot>`;
  }
}

customElements.define('message-section', MessageSectionElement);
