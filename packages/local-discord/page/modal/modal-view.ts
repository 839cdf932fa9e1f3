import type { APIModalInteractionResponseCallbackData, Snowflake } from 'discord-api-types/v10';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { rememberFocus } from '../focused-element.ts';
import type { Lookup } from '../lookup.ts';
import type { TextContext } from '../message/draw-context.ts';
import { drawMarkdown } from '../message/markdown/draw-markdown.ts';
import { createOutline, type Outline } from '../message/markdown/outline.ts';
import { markdownStyles } from '../message/markdown/markdown-styles.ts';
import { emit, type ModalValue } from '../page-events.ts';
import { onlyHeard } from '../styles/only-heard.ts';
import { without } from '../without.ts';
import { checkModalValues } from './check-modal-values.ts';
import { drawModalField } from './draw-modal-field.ts';
import { isField, type ModalPart } from './modal-part.ts';
import { readModalParts } from './modal-parts.ts';
import { modalStyles } from './modal-styles.ts';

/** A modal that the bot opened: a dialog with its fields. */
export class ModalViewElement extends LitElement {
  static override properties = {
    modal: { attribute: false },
    interactionId: { attribute: false },
    lookup: { attribute: false },
    failed: { attribute: false },
    values: { state: true },
    faults: { state: true },
    isSending: { state: true },
  };
  static override styles = [onlyHeard, markdownStyles, modalStyles];
  declare modal: APIModalInteractionResponseCallbackData;
  declare interactionId: Snowflake;
  declare lookup: Lookup;
  /** Why the modal was refused. It can be sent again. */
  declare failed: string | undefined;
  /** The values that the user filled in, by custom id. */
  declare protected values: Readonly<Record<string, ModalValue>>;
  declare protected faults: Readonly<Record<string, string>>;
  declare protected isSending: boolean;
  #giveBackFocus = (): void => {};

  constructor() {
    super();
    this.failed = undefined;
    this.values = {};
    this.faults = {};
    this.isSending = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#giveBackFocus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('failed') && this.failed !== undefined) this.isSending = false;
    if (!changed.has('interactionId')) return;
    this.values = {};
    this.faults = {};
    this.isSending = false;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open !== false) return;
    this.#giveBackFocus = rememberFocus();
    dialog.showModal();
    void this.#focusFirst('[data-field]');
  }

  protected override render() {
    if (!this.modal || !this.lookup) return nothing;
    const parts = readModalParts(this.modal, this.lookup);
    const outline = createOutline();
    return html`<dialog
      aria-labelledby="title"
      @cancel=${this.#onCancel}
      @close=${this.#close}
      @keydown=${keepInside}
    >
      <form novalidate @submit=${(event: Event) => this.#submit(event, parts)}>
        <header>
          <h2 id="title">${this.modal.title}</h2>
          <button type="button" class="close" aria-label="Close" @click=${this.#close}>×</button>
        </header>
        <div class="parts">${parts.map((part, index) => this.#part(part, index, outline))}</div>
        <footer>
          <div class="fault" role="alert">${this.failed}</div>
          <button type="button" @click=${this.#close}>Cancel</button>
          <button class="submit" ?disabled=${this.isSending}>
            ${this.isSending ? 'Sending…' : 'Submit'}
          </button>
        </footer>
      </form>
    </dialog>`;
  }

  #part(part: ModalPart, index: number, outline: Outline): TemplateResult {
    if (part.kind === 'text') return drawMarkdown(part.content, this.#context(outline));
    if (part.kind === 'unknown') {
      return html`<div>
        <div class="label">${part.label}</div>
        <p class="note">This page doesn't support this type of field. It is sent empty.</p>
      </div>`;
    }
    const { customId } = part;
    return drawModalField(part, this.values[customId] ?? part.initial, {
      id: `field-${index}`,
      fault: this.faults[customId],
      write: (value) => this.#write(customId, value),
      complain: (fault) => {
        this.faults = { ...this.faults, [customId]: fault };
      },
    });
  }

  #context(outline: Outline): TextContext {
    return {
      lookup: this.lookup,
      outline,
      message: { mentions: [], mention_everyone: false },
      // What the text links to is behind the modal.
      ask: (name, detail) => {
        emit(this, name, detail);
        this.#close();
      },
    };
  }

  #write(customId: string, value: ModalValue): void {
    this.values = { ...this.values, [customId]: value };
    this.faults = without(this.faults, customId);
  }

  #submit(event: Event, parts: readonly ModalPart[]): void {
    event.preventDefault();
    this.faults = checkModalValues(parts, this.values);
    if (Object.keys(this.faults).length > 0) {
      const first = parts.filter(isField).find(({ customId }) => this.faults[customId]);
      void this.#focusFirst(`[data-field="${CSS.escape(first?.customId ?? '')}"]`);
      return;
    }
    const values: Record<string, ModalValue> = {};
    for (const { customId, initial } of parts.filter(isField)) {
      values[customId] = this.values[customId] ?? initial;
    }
    this.failed = undefined;
    this.isSending = true;
    emit(this, 'page-submit-modal', { interactionId: this.interactionId, values });
  }

  readonly #onCancel = (event: Event): void => {
    // The page removes this element. If the browser closed the dialog, an empty element would stay.
    event.preventDefault();
    this.#close();
  };

  readonly #close = (): void => {
    emit(this, 'page-close-modal', { interactionId: this.interactionId });
  };

  async #focusFirst(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** Keeps key presses in the dialog from the page behind it. */
function keepInside(event: Event): void {
  event.stopPropagation();
}

customElements.define('modal-view', ModalViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'modal-view': ModalViewElement;
  }
}
