import type { APIApplicationCommand } from 'discord-api-types/v10';
import { html, LitElement } from 'lit';
import { emit } from '../page-events.ts';

/** A plain stand-in that offers to show what was sent. */
export class MessageMenu extends LitElement {
  static override properties = { commands: {}, messageId: {}, x: {}, y: {}, text: {} };
  declare commands: readonly APIApplicationCommand[];
  declare messageId: string;
  declare x: number;
  declare y: number;
  declare text: string;

  protected override render() {
    return html`<button @click=${this.#show}>What the bot sent</button>`;
  }

  readonly #show = (): void => {
    emit(this, 'page-show-sent', { messageId: this.messageId });
    this.dispatchEvent(new Event('close'));
  };
}

customElements.define('message-menu', MessageMenu);
