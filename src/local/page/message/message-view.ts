import type { APIMessage } from 'discord-api-types/v10';
import { html, LitElement } from 'lit';
import type { Lookup } from '../lookup.ts';
import { emit } from '../page-events.ts';

/** A plain stand-in that shows a message's text. */
export class MessageView extends LitElement {
  static override properties = { message: {}, lookup: {}, grouped: {}, failed: {} };
  declare message: APIMessage;
  declare lookup: Lookup;
  declare grouped: boolean;
  declare failed: string | undefined;

  protected override render() {
    const { id, author, content, components } = this.message;
    return html`<article @contextmenu=${this.#menu}>
      ${this.grouped ? '' : html`<b>${author.global_name ?? author.username}</b> `}${content}
      ${JSON.stringify(components ?? []).slice(0, 300)} ${this.failed}
      <button @click=${() => emit(this, 'page-dismiss', { messageId: id })}>Dismiss</button>
    </article>`;
  }

  readonly #menu = (event: MouseEvent): void => {
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    emit(this, 'page-message-menu', { messageId: this.message.id, x, y });
  };
}

customElements.define('message-view', MessageView);
