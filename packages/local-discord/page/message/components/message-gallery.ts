import { css, html, LitElement } from 'lit';

/** Lays out one to ten pictures: a single one in its own size, several in rows. */
export class MessageGalleryElement extends LitElement {
  static override properties = { count: { type: Number, reflect: true } };
  declare count: number;

  static override styles = css`
    :host {
      display: grid;
      gap: 4px;
      max-width: 550px;
      border-radius: 8px;
      overflow: hidden;
    }
    :host(:not([count='1'])) {
      grid-template-columns: repeat(6, 1fr);
    }
    ::slotted(*) {
      grid-column: span 2;
      aspect-ratio: 1;
    }
    :host([count='1']) ::slotted(*) {
      grid-column: auto;
      aspect-ratio: auto;
    }
    :host(:is([count='2'], [count='4'])) ::slotted(*),
    :host(:is([count='5'], [count='8'])) ::slotted(:nth-child(-n + 2)) {
      grid-column: span 3;
    }
    :host(:is([count='7'], [count='10'])) ::slotted(:first-child) {
      grid-column: span 6;
      aspect-ratio: 2;
    }
  `;

  protected override render() {
    return html`<slot></slot>`;
  }
}

customElements.define('message-gallery', MessageGalleryElement);
