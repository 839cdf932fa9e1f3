import type { APIApplicationCommand } from 'discord-api-types/v10';
import { html, LitElement } from 'lit';
import type { ViewChannel } from '../../view/view.ts';
import type { Lookup } from '../lookup.ts';
import { emit } from '../page-events.ts';

/** A plain stand-in that runs commands without options. */
export class ComposerView extends LitElement {
  static override properties = { channel: {}, commands: {}, lookup: {}, autocomplete: {} };
  declare channel: ViewChannel;
  declare commands: readonly APIApplicationCommand[];
  declare lookup: Lookup;
  declare autocomplete: unknown;

  useCommand(name: string): void {
    const input = this.renderRoot.querySelector('input');
    if (!input) return;
    input.value = `/${name}`;
    input.focus();
  }

  protected override render() {
    return html`<form @submit=${this.#send}>
      <input aria-label=${`Message ${this.channel.name}`} />
    </form>`;
  }

  readonly #send = (event: Event): void => {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    const text = input?.value ?? '';
    if (input) input.value = '';
    if (text.startsWith('/')) emit(this, 'page-run', { name: text.slice(1), options: {} });
    else if (text !== '') emit(this, 'page-send', { content: text });
  };
}

customElements.define('composer-view', ComposerView);
