import './pick-list.ts';
import { css, html, LitElement, nothing } from 'lit';
import { menuButton } from '../styles/menu-button.ts';
import type { PickListElement } from './pick-list.ts';
import type { PickItem } from './pick-items.ts';

/**
 * A button that shows the chosen values and opens a list below itself. It sends `change` with `{values}`
 * at each change; the event doesn't bubble.
 */
export class PickFieldElement extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override properties = {
    items: { attribute: false },
    values: { attribute: false },
    min: { type: Number },
    max: { type: Number },
    label: {},
    placeholder: {},
    wrong: {},
    isOpen: { state: true },
  };
  static override styles = [
    menuButton,
    css`
      :host {
        display: block;
      }
      button {
        overflow-wrap: anywhere;
      }
      button[data-wrong] {
        border-color: var(--danger);
      }
      .empty {
        color: var(--text-muted);
      }
      .arrow {
        float: right;
        color: var(--text-muted);
      }
      pick-list {
        --pick-list-height: 200px;
        margin-top: 4px;
        border: 1px solid var(--border);
        border-radius: 6px;
        background: var(--bg-raised);
      }
      .fault {
        padding-top: 4px;
        color: var(--danger);
        font-size: 13px;
      }
    `,
  ];
  declare items: readonly PickItem[];
  declare values: readonly string[];
  declare min: number;
  declare max: number;
  declare label: string;
  declare placeholder: string;
  /** What is wrong with the chosen values. */
  declare wrong: string | undefined;
  declare protected isOpen: boolean;

  constructor() {
    super();
    this.items = [];
    this.values = [];
    this.min = 1;
    this.max = 1;
    this.label = '';
    this.placeholder = '';
    this.wrong = undefined;
    this.isOpen = false;
  }

  protected override render() {
    const chosen = this.items.filter(({ value }) => this.values.includes(value));
    const shown = chosen.map(({ label }) => label).join(', ');
    const text = shown === '' ? this.placeholder || 'Choose' : shown;
    return html`<button
        type="button"
        aria-haspopup="listbox"
        aria-expanded=${String(this.isOpen)}
        aria-label=${`${this.label}: ${text}`}
        aria-describedby=${this.wrong ? 'fault' : nothing}
        ?data-wrong=${Boolean(this.wrong)}
        @click=${() => void this.#toggle()}
      >
        <span class=${shown === '' ? 'empty' : ''}>${text}</span>
        <span class="arrow" aria-hidden="true">${this.isOpen ? '▴' : '▾'}</span>
      </button>
      ${this.wrong ? html`<div class="fault" id="fault">${this.wrong}</div>` : nothing}
      ${
        this.isOpen
          ? html`<pick-list
              .items=${this.items}
              .selected=${this.values}
              .multiple=${this.max > 1}
              .min=${this.min}
              .max=${this.max}
              .label=${this.label}
              @picking=${this.#onChange}
              @pick=${this.#onPick}
              @keydown=${this.#onKey}
            ></pick-list>`
          : nothing
      }`;
  }

  readonly #onChange = ({ detail }: CustomEvent<{ values: readonly string[] }>): void => {
    this.values = detail.values;
    this.dispatchEvent(new CustomEvent('change', { detail: { values: this.values } }));
  };

  readonly #onPick = (event: CustomEvent<{ values: readonly string[] }>): void => {
    this.#onChange(event);
    void this.#toggle();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void this.#toggle();
  };

  async #toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    await this.updateComplete;
    const list = this.renderRoot.querySelector<PickListElement>('pick-list');
    await list?.updateComplete;
    (list ?? this.renderRoot.querySelector('button'))?.focus();
    list?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('pick-field', PickFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'pick-field': PickFieldElement;
  }
}
