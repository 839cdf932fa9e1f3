import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { optionRows, optionRowStyles, rowId } from './option-rows.ts';
import { pickListStyles } from './pick-list-styles.ts';
import { filterItems, moveActive, togglePick, type PickItem } from './pick-items.ts';
import { TypedWord } from './typed-word.ts';

/** Lists with at least this many items have a search field. */
const searchableFrom = 10;

/**
 * A list to pick from. It handles arrow keys, Home, End, page keys, letters, Enter and Space; Escape and
 * Tab are left to its parent. Its events don't bubble:
 * - `pick` with `{values}`: picking is done. An item was picked, or Enter or "Done" was pressed if
 *   several may be picked.
 * - `picking` with `{values}`: one of several items was selected or deselected.
 */
export class PickListElement extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override properties = {
    items: { attribute: false },
    selected: { attribute: false },
    multiple: { type: Boolean },
    min: { type: Number },
    max: { type: Number },
    label: {},
    active: { state: true },
    typed: { state: true },
  };
  declare items: readonly PickItem[];
  /**
   * The selected values. Picking changes them too: a parent that renders again must pass on the
   * values of `picking`.
   */
  declare selected: readonly string[];
  declare multiple: boolean;
  declare min: number;
  declare max: number;
  /** Its name for screen readers. */
  declare label: string;
  declare protected active: number;
  declare protected typed: string;
  readonly #word = new TypedWord();

  static override styles = [optionRowStyles, pickListStyles];

  constructor() {
    super();
    this.items = [];
    this.selected = [];
    this.multiple = false;
    this.min = 1;
    this.max = 1;
    this.label = '';
    this.active = -1;
    this.typed = '';
  }

  get #isSearchable(): boolean {
    return this.items.length >= searchableFrom;
  }

  get #shown(): PickItem[] {
    return filterItems(this.items, this.typed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('items')) return;
    const first = this.#shown.findIndex((item) => this.selected.includes(item.value));
    this.active = this.items.length === 0 ? -1 : Math.max(0, first);
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const shown = this.#shown;
    const active = shown.length === 0 ? nothing : rowId('row', this.active);
    return html`${
        this.#isSearchable
          ? html`<input
              type="text"
              role="combobox"
              aria-label=${`Search: ${this.label}`}
              aria-expanded="true"
              aria-controls="list"
              aria-autocomplete="list"
              aria-activedescendant=${active}
              placeholder="Search"
              autocomplete="off"
              spellcheck="false"
              .value=${this.typed}
              @input=${this.#onInput}
              @keydown=${this.#onKey}
            />`
          : nothing
      }
      <div
        id="list"
        role="listbox"
        class=${this.#isSearchable ? 'searched' : ''}
        aria-label=${this.label}
        aria-multiselectable=${this.multiple ? 'true' : 'false'}
        tabindex=${this.#isSearchable ? '-1' : '0'}
        aria-activedescendant=${this.#isSearchable ? nothing : active}
        @keydown=${this.#onKey}
      >
        ${optionRows({
          items: shown,
          active: this.active,
          selected: this.selected,
          multiple: this.multiple,
          idPrefix: 'row',
          onPick: (item) => this.#pick(item),
        })}
      </div>
      ${shown.length === 0 ? html`<div class="none" role="status">No options match.</div>` : nothing}
      ${this.multiple ? this.#foot() : nothing}`;
  }

  #foot() {
    const range = this.min === this.max ? `${this.max}` : `${this.min} to ${this.max}`;
    return html`<div class="foot">
      <span role="status">${this.selected.length} of ${range} picked</span>
      <button type="button" ?disabled=${!this.#isEnough()} @click=${this.#finish}>Done</button>
    </div>`;
  }

  readonly #onInput = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.active = this.#shown.length === 0 ? -1 : 0;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = this.#shown;
    const isText = this.#isSearchable && ['Home', 'End', ' '].includes(event.key);
    const moved = isText ? undefined : moveActive(event.key, this.active, shown.length);
    const item = shown[this.active];
    if (moved !== undefined) this.active = moved;
    else if (event.key === 'Enter' && this.multiple && this.#isEnough()) this.#finish();
    else if (item && (event.key === 'Enter' || (event.key === ' ' && !isText))) this.#pick(item);
    else if (!this.#isSearchable && event.key.length === 1) this.#type(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #type(event: KeyboardEvent): void {
    const labels = this.#shown.map(({ label }) => label);
    const found = this.#word.find(event, labels, this.active);
    if (found >= 0) this.active = found;
  }

  #pick(item: PickItem): void {
    this.active = this.#shown.indexOf(item);
    this.selected = togglePick(this.selected, item.value, this);
    this.#send(this.multiple ? 'picking' : 'pick');
  }

  #isEnough(): boolean {
    return this.selected.length >= this.min && this.selected.length <= this.max;
  }

  readonly #finish = (): void => {
    this.#send('pick');
  };

  #send(name: 'pick' | 'picking'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { values: this.selected } }));
  }
}

customElements.define('pick-list', PickListElement);

declare global {
  interface HTMLElementTagNameMap {
    'pick-list': PickListElement;
  }
}
