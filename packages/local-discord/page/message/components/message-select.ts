import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import '../../pick/pick-list.ts';
import type { PickItem } from '../../pick/pick-items.ts';
import type { Lookup } from '../../lookup.ts';
import { defaultValues, menuItems } from '../../pick/menu-items.ts';
import { selectStyles } from './select-styles.ts';

/** A select menu of any type. Sends `choose` with `{values}`; the event doesn't bubble. */
export class MessageSelectElement extends LitElement {
  static override properties = {
    menu: { attribute: false },
    lookup: { attribute: false },
    waits: { type: Boolean },
    open: { state: true },
    chosen: { state: true },
  };
  declare menu: APISelectMenuComponent;
  declare lookup: Lookup;
  /** Whether it waits for the answer to a choice. */
  declare waits: boolean;
  declare protected open: boolean;
  declare protected chosen: readonly string[];

  static override styles = selectStyles;

  constructor() {
    super();
    this.waits = false;
    this.open = false;
    this.chosen = [];
  }

  /** An edit of the message resets the selection to the menu's defaults. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('menu')) this.chosen = defaultValues(this.menu);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('open') || !this.open) return;
    void this.#enterList();
  }

  protected override render() {
    const { placeholder = 'Make a selection', disabled = false } = this.menu;
    const items = menuItems(this.menu, this.lookup) ?? [];
    const shown = this.chosen.map((value) => items.find((item) => item.value === value)?.label);
    const names = shown.filter((label) => label !== undefined).join(', ');
    return html`<button
        type="button"
        aria-haspopup="listbox"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${names ? `${placeholder}: ${names}` : nothing}
        aria-busy=${this.waits ? 'true' : nothing}
        ?disabled=${disabled}
        @click=${this.#toggle}
      >
        <span class=${names ? 'chosen' : 'placeholder'}>${names || placeholder}</span>
        <span class="arrow" aria-hidden="true"></span>
      </button>
      ${this.open ? this.#list(items, placeholder) : nothing}`;
  }

  #list(items: readonly PickItem[], label: string) {
    const { min_values: min = 1, max_values: max = 1 } = this.menu;
    return html`<div class="list" @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
      <pick-list
        .items=${items}
        .selected=${this.chosen}
        .multiple=${max > 1}
        .min=${min}
        .max=${Math.min(max, items.length)}
        .label=${label}
        @pick=${this.#onPick}
      ></pick-list>
    </div>`;
  }

  async #enterList(): Promise<void> {
    const list = this.renderRoot.querySelector('pick-list');
    await list?.updateComplete;
    list?.focus();
    list?.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  readonly #toggle = (): void => {
    if (!this.waits) this.open = !this.open;
  };

  readonly #onPick = (event: CustomEvent<{ values: readonly string[] }>): void => {
    this.chosen = event.detail.values;
    this.#close();
    this.dispatchEvent(new CustomEvent('choose', { detail: event.detail }));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && this.renderRoot.contains(to))) this.open = false;
  };

  #close(): void {
    this.renderRoot.querySelector('button')?.focus();
    this.open = false;
  }
}

customElements.define('message-select', MessageSelectElement);
