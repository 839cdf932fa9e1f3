import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { optionRows, rowId } from '../pick/option-rows.ts';
import type { PickItem } from '../pick/pick-items.ts';
import type { KeyDeed, KeyList } from './plan-key.ts';
import type { ListPlan } from './plan-list.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** The list's greatest and least height and its distance from the window's upper edge, in pixels. */
const maxHeight = 420;
const minHeight = 120;
const edge = 12;

/** The list above a field: whether it is open, and which item is active. */
export class ListPopup implements ReactiveController {
  readonly #host: Host;
  #plan: ListPlan | undefined;
  #isOpen = false;
  /** The item that arrow keys moved to. -1: none; `undefined`: no arrow key has been pressed yet. */
  #moved: number | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Sets the items to pick from. To be called before each rendering. */
  set plan(plan: ListPlan | undefined) {
    this.#plan = plan;
  }

  /** Opens it with no item moved to, as after typing. */
  open(): void {
    this.#isOpen = true;
    this.#moved = undefined;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#isOpen = false;
    this.#moved = undefined;
    this.#host.requestUpdate();
  }

  /** Does what a key means for the list. Returns false if the key isn't for the list. */
  follow(deed: KeyDeed, onOpen: () => void, onPick: (item: PickItem) => void): boolean {
    const item = this.#item;
    if (deed.do === 'move') this.#move(deed.active);
    else if (deed.do === 'open') onOpen();
    else if (deed.do === 'close') this.close();
    else if (deed.do === 'pick' && item) onPick(item);
    else return false;
    return true;
  }

  get isOpen(): boolean {
    return this.#isOpen && this.#plan !== undefined;
  }

  get #active(): number {
    const plan = this.#plan;
    if (!plan || plan.items.length === 0) return -1;
    return Math.min(this.#moved ?? plan.first, plan.items.length - 1);
  }

  /** The item that Enter picks. */
  get #item(): PickItem | undefined {
    return this.isOpen ? this.#plan?.items[this.#active] : undefined;
  }

  /** The id of the active row, for the field's `aria-activedescendant`. */
  get activeRow(): string | undefined {
    return this.#item ? rowId('row', this.#active) : undefined;
  }

  /** The list's state for `planKey`. */
  get keys(): KeyList | undefined {
    if (!this.#plan) return undefined;
    const hasMoved = this.#moved !== undefined;
    const count = this.#plan.items.length;
    return { isOpen: this.#isOpen, count, active: this.#active, hasMoved };
  }

  #move(active: number): void {
    this.#moved = active;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    const popup = root.querySelector<HTMLElement>('.popup');
    // The list grows upwards from the field, which may itself be tall on a phone.
    const room = (popup?.parentNode as ShadowRoot | undefined)?.host.getBoundingClientRect().top;
    if (popup && room !== undefined) {
      popup.style.maxHeight = `${Math.max(minHeight, Math.min(maxHeight, room - edge))}px`;
    }
    root.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  render(onPick: (item: PickItem) => void): TemplateResult {
    const plan = this.isOpen ? this.#plan : undefined;
    return html`<div class="popup" ?hidden=${!plan}>
        <div class="title" aria-hidden="true">${plan?.label}</div>
        <div
          id="list"
          role="listbox"
          aria-label=${plan?.label ?? 'Options'}
          aria-busy=${plan?.isBusy ? 'true' : nothing}
        >
          ${
            plan
              ? optionRows({
                  items: plan.items,
                  active: this.#active,
                  selected: [],
                  multiple: false,
                  idPrefix: 'row',
                  onPick,
                })
              : nothing
          }
        </div>
        <div class="status" aria-hidden="true">${plan?.status}</div>
      </div>
      <div class="only-heard" role="status">${plan && announceList(plan)}</div>`;
  }
}

/** What a screen reader says about the list before the first arrow key. */
function announceList({ status, items }: ListPlan): string {
  return status ?? (items.length === 1 ? '1 choice' : `${items.length} choices`);
}
