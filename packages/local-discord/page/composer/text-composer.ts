import { html, LitElement, nothing } from 'lit';
import { findEntry, type CommandEntry } from './command-entries.ts';
import { composerStyles } from './composer-styles.ts';
import { ListPopup } from './list-popup.ts';
import { optionRowStyles } from '../pick/option-rows.ts';
import type { PickItem } from '../pick/pick-items.ts';
import { planKey } from './plan-key.ts';
import { readKey } from './read-key.ts';
import { planPalette } from './plan-list.ts';

/** Discord's limit for a message. */
const maxChars = 2_000;
/** The length from which the characters left are shown. */
const countedFrom = 1_800;

/**
 * The field for plain text, with the list of commands once a slash is typed. Its events don't bubble:
 * `write` with `{text}`, `take` with the `{name}` of a command, `send`, `step` with `{by}` through the
 * history, and `paste-line` with `{text}`. The last two are cancelable.
 */
export class TextComposerElement extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override properties = {
    text: {},
    entries: { attribute: false },
    isWaiting: { attribute: false },
    canSend: { attribute: false },
    reason: {},
    destination: {},
    fault: { state: true },
  };
  static override styles = [optionRowStyles, composerStyles];
  declare text: string;
  declare entries: readonly CommandEntry[];
  /** Whether the commands are still loading. */
  declare isWaiting: boolean;
  declare canSend: boolean;
  /** Why nothing can be sent; empty if it can. */
  declare reason: string;
  /** The name of the channel or user that is written to. */
  declare destination: string;
  declare protected fault: string | undefined;
  readonly #list = new ListPopup(this);

  constructor() {
    super();
    this.text = '';
    this.entries = [];
    this.isWaiting = false;
    this.canSend = true;
    this.reason = '';
    this.destination = '';
    this.fault = undefined;
  }

  /** Focuses the field, and opens the list if a command is being typed. */
  begin(): void {
    this.#list.open();
    const box = this.renderRoot.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }

  protected override render() {
    this.#list.plan = planPalette(this.text, this.entries);
    const isOpen = this.#list.isOpen;
    const isOff = !this.canSend && this.entries.length === 0;
    const left = maxChars - this.text.length;
    const hint = this.fault ?? (this.canSend ? '' : this.reason);
    return html`${this.#list.render((item) => this.#take(item))}
      <div class="hint" id="hint" role="status" ?data-wrong=${this.fault !== undefined}>
        ${hint}
      </div>
      <div class="box" ?data-off=${isOff}>
        <textarea
          rows="1"
          role=${isOpen ? 'combobox' : nothing}
          aria-haspopup="listbox"
          aria-expanded=${isOpen ? 'true' : nothing}
          aria-autocomplete="list"
          aria-controls="list"
          aria-activedescendant=${(isOpen && this.#list.activeRow) || nothing}
          aria-label=${`Message ${this.destination}`}
          aria-describedby="hint"
          aria-invalid=${left < 0 ? 'true' : nothing}
          placeholder=${this.canSend ? `Message ${this.destination}, or type / for commands` : isOff ? this.reason : 'Type / for commands'}
          ?disabled=${isOff}
          .value=${this.text}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @paste=${this.#onPaste}
          @blur=${() => this.#list.close()}
        ></textarea>
        ${
          this.text.length >= countedFrom
            ? html`<span class="count" ?data-wrong=${left < 0}>
                <span aria-hidden="true">${left}</span>
                <span class="only-heard" role="status">
                  ${left < 0 ? `${-left} characters too many` : `${left} characters left`}
                </span>
              </span>`
            : nothing
        }
        <button
          type="button"
          class="send"
          aria-label="Send"
          ?disabled=${isOff || this.text.trim() === ''}
          @click=${() => this.#send()}
        >
          ➤
        </button>
      </div>`;
  }

  readonly #onInput = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value;
    this.fault = undefined;
    this.#list.open();
    this.#tell('write', { text });
    // A full name and a space select the command; after `/schedule ` its subcommands are listed.
    const entry = /^\/.* $/.test(text) ? findEntry(this.entries, text) : undefined;
    if (entry) this.#tell('take', { name: entry.name });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const list = this.#list.keys;
    const press = readKey(event, list, false);
    if (!press) return;
    const deed = planKey(press);
    const followed = (): boolean =>
      deed !== undefined &&
      this.#list.follow(
        deed,
        () => this.#list.open(),
        (item) => this.#take(item),
      );
    if (!list && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      const step = new CustomEvent('step', { detail: { by }, cancelable: true });
      if (this.dispatchEvent(step)) return;
    } else if (deed?.do === 'send') this.#send();
    else if (deed?.do === 'leave' && list) this.#tell('write', { text: '' });
    else if (!followed()) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const box = event.target as HTMLTextAreaElement;
    const isAll = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isAll || !text.startsWith('/')) return;
    const told = new CustomEvent('paste-line', { detail: { text }, cancelable: true });
    if (!this.dispatchEvent(told)) event.preventDefault();
  };

  #take(item: PickItem): void {
    this.#tell('take', { name: item.value });
  }

  #send(): void {
    if (this.text.trim() === '') return;
    const tooMany = this.text.length - maxChars;
    if (this.isWaiting && this.text.startsWith('/')) this.fault = 'The commands are still loading.';
    else if (!this.canSend) this.fault = this.reason;
    else if (tooMany > 0) this.fault = `The message is ${tooMany} characters too long.`;
    else this.#tell('send', {});
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('text-composer', TextComposerElement);
