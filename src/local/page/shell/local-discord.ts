import { html, LitElement } from 'lit';

/** The whole client. */
export class LocalDiscordElement extends LitElement {
  protected override render() {
    return html`<main>…</main>`;
  }
}

customElements.define('local-discord', LocalDiscordElement);
