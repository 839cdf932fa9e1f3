import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { html, LitElement } from 'lit';
import type { Lookup } from '../lookup.ts';
import { emit } from '../page-events.ts';

/** A plain stand-in that can only be closed. */
export class ModalView extends LitElement {
  static override properties = { modal: {}, interactionId: {}, lookup: {}, problem: {} };
  declare modal: APIModalInteractionResponseCallbackData;
  declare interactionId: string;
  declare lookup: Lookup;
  declare problem: string | undefined;

  protected override render() {
    const { interactionId } = this;
    return html`<dialog open>
      ${this.modal.title} ${this.problem}
      <button @click=${() => emit(this, 'page-close-modal', { interactionId })}>Close</button>
    </dialog>`;
  }
}

customElements.define('modal-view', ModalView);
