import './pick-field.ts';
import type { APIModalInteractionResponseCallbackData, Snowflake } from 'discord-api-types/v10';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Lookup } from '../lookup.ts';
import { emit } from '../page-events.ts';
import { checkModalValues, readModalParts, type ModalPart } from './modal-parts.ts';
import { modalStyles } from './modal-styles.ts';

type Part<Kind extends ModalPart['kind']> = Extract<ModalPart, { readonly kind: Kind }>;

/** A modal that the bot has opened: a dialog over everything, with its fields. */
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
  static override styles = modalStyles;
  declare modal: APIModalInteractionResponseCallbackData;
  declare interactionId: Snowflake;
  declare lookup: Lookup;
  /** Why what was sent was not taken; it can be sent again then. */
  declare failed: string | undefined;
  /** What was filled in, by custom id. */
  declare protected values: Readonly<Record<string, string | readonly string[]>>;
  declare protected faults: Readonly<Record<string, string>>;
  declare protected isSending: boolean;

  constructor() {
    super();
    this.failed = undefined;
    this.values = {};
    this.faults = {};
    this.isSending = false;
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
    dialog.showModal();
    void this.#focusFirst('[data-field]');
  }

  protected override render() {
    if (!this.modal || !this.lookup) return nothing;
    const parts = readModalParts(this.modal, this.lookup);
    return html`<dialog aria-labelledby="title" @cancel=${this.#onCancel} @keydown=${keepInside}>
      <form novalidate @submit=${(event: Event) => this.#submit(event, parts)}>
        <header>
          <h2 id="title">${this.modal.title}</h2>
          <button type="button" class="close" aria-label="Close" @click=${this.#close}>×</button>
        </header>
        <div class="parts">${parts.map((part, index) => this.#part(part, index))}</div>
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

  #part(part: ModalPart, index: number): TemplateResult {
    switch (part.kind) {
      case 'text':
        return html`<div class="text">${part.content}</div>`;
      case 'input':
        return this.#input(part, `field-${index}`);
      case 'select':
        return this.#select(part);
      case 'unknown':
      default:
        return html`<div>
          <div class="label">${part.label}</div>
          <p class="note">This kind of field cannot be filled in here; it is sent empty.</p>
        </div>`;
    }
  }

  #input(part: Part<'input'>, id: string): TemplateResult {
    const fault = this.faults[part.customId];
    const value = this.values[part.customId] ?? part.initial;
    const about = [fault && `${id}-fault`, part.description && `${id}-more`].filter(Boolean);
    const write = (event: Event): void =>
      this.#write(part.customId, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
    const described = about.length > 0 ? about.join(' ') : nothing;
    const invalid = fault === undefined ? nothing : 'true';
    const required = part.required ? 'true' : nothing;
    return html`<div>
      <label for=${id}>${part.label}${mark(part.required)}</label>
      ${part.description ? html`<p class="more" id="${id}-more">${part.description}</p>` : nothing}
      ${
        part.isLong
          ? html`<textarea
              id=${id}
              data-field=${part.customId}
              placeholder=${part.placeholder}
              maxlength=${part.max}
              aria-required=${required}
              aria-invalid=${invalid}
              aria-describedby=${described}
              .value=${value}
              @input=${write}
            ></textarea>`
          : html`<input
              id=${id}
              type="text"
              data-field=${part.customId}
              placeholder=${part.placeholder}
              maxlength=${part.max}
              aria-required=${required}
              aria-invalid=${invalid}
              aria-describedby=${described}
              autocomplete="off"
              .value=${value}
              @input=${write}
            />`
      }
      <div class="below">
        <span class="fault" id="${id}-fault">${fault}</span>
        ${part.isLong ? html`<span aria-hidden="true">${value.length} / ${part.max}</span>` : nothing}
      </div>
    </div>`;
  }

  #select(part: Part<'select'>): TemplateResult {
    return html`<div>
      <div class="label" aria-hidden="true">${part.label}${mark(part.required)}</div>
      ${part.description ? html`<p class="more">${part.description}</p>` : nothing}
      <pick-field
        data-field=${part.customId}
        .items=${part.items}
        .values=${this.values[part.customId] ?? part.initial}
        .min=${part.required ? Math.max(1, part.min) : 0}
        .max=${part.max}
        .label=${part.required ? `${part.label}, required` : part.label}
        .placeholder=${part.placeholder}
        .wrong=${this.faults[part.customId]}
        @change=${({ detail }: CustomEvent<{ values: readonly string[] }>) =>
          this.#write(part.customId, detail.values)}
      ></pick-field>
    </div>`;
  }

  #write(customId: string, value: string | readonly string[]): void {
    this.values = { ...this.values, [customId]: value };
    const { [customId]: _gone, ...others } = this.faults;
    this.faults = others;
  }

  #submit(event: Event, parts: readonly ModalPart[]): void {
    event.preventDefault();
    this.faults = checkModalValues(parts, this.values);
    if (Object.keys(this.faults).length > 0) {
      const first = parts.find((part) => 'customId' in part && this.faults[part.customId]);
      const customId = first && 'customId' in first ? first.customId : '';
      void this.#focusFirst(`[data-field="${CSS.escape(customId)}"]`);
      return;
    }
    const values: Record<string, string | readonly string[]> = {};
    for (const part of parts) {
      if ('customId' in part) values[part.customId] = this.values[part.customId] ?? part.initial;
    }
    this.failed = undefined;
    this.isSending = true;
    emit(this, 'page-submit-modal', { interactionId: this.interactionId, values });
  }

  readonly #onCancel = (event: Event): void => {
    // The one who shows it takes it away; a dialog closed by itself would stay as an empty element.
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

/** The keys of a dialog are not for the page behind it. */
function keepInside(event: Event): void {
  event.stopPropagation();
}

function mark(required: boolean): TemplateResult | typeof nothing {
  return required ? html`<span class="must" aria-hidden="true"> *</span>` : nothing;
}

customElements.define('modal-view', ModalViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'modal-view': ModalViewElement;
  }
}
