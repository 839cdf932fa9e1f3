import type { APIApplicationCommand, Snowflake } from 'discord-api-types/v10';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { emit } from '../page-events.ts';
import { localName } from '../composer/localized.ts';
import { rememberFocus } from '../focused-element.ts';
import { moveActive } from '../pick/pick-items.ts';
import { TypedWord } from '../pick/typed-word.ts';

/** Discord's number for message commands. */
const messageCommand: number = 3;
/** The menu's least distance from the window's edge, in pixels. */
const edge = 8;

interface Entry {
  readonly label: string;
  readonly group: 'apps' | 'page';
  run(): void;
}

/**
 * The context menu of a message. It takes the focus when it appears, and sends `close` when it is
 * done.
 */
export class MessageMenuElement extends LitElement {
  static override properties = {
    commands: { attribute: false },
    messageId: { attribute: false },
    x: { type: Number },
    y: { type: Number },
    text: { attribute: false },
    locale: {},
    active: { state: true },
  };
  static override styles = css`
    :host {
      position: fixed;
      z-index: 100;
      min-width: 190px;
      max-width: min(320px, calc(100vw - 16px));
      max-height: calc(100vh - 16px);
      overflow-y: auto;
      box-sizing: border-box;
      padding: 6px;
      border: 1px solid var(--border);
      border-radius: 8px;
      background: var(--bg-raised);
      color: var(--text);
      box-shadow: 0 8px 24px rgb(0 0 0 / 30%);
      font-size: 14px;
    }
    [role='menuitem'] {
      padding: 8px;
      border-radius: 4px;
      cursor: pointer;
      overflow-wrap: anywhere;
      outline: 0;
    }
    [role='menuitem']:hover,
    [role='menuitem']:focus {
      background: var(--accent);
      color: var(--accent-text);
    }
    @media (forced-colors: active) {
      [role='menuitem']:focus {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
    }
    .head {
      padding: 4px 8px;
      color: var(--text-muted);
      font-size: 12px;
      font-weight: 600;
    }
    [role='separator'] {
      margin: 4px 8px;
      border-top: 1px solid var(--border);
    }
  `;
  declare commands: readonly APIApplicationCommand[];
  declare messageId: Snowflake;
  declare x: number;
  declare y: number;
  /** The message's text, which can be copied. */
  declare text: string;
  /** BCP 47, for the names of commands. */
  declare locale: string;
  declare protected active: number;
  readonly #word = new TypedWord();
  #restoreFocus = (): void => {};

  constructor() {
    super();
    this.commands = [];
    this.x = 0;
    this.y = 0;
    this.text = '';
    this.locale = '';
    this.active = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#restoreFocus = rememberFocus();
    document.addEventListener('pointerdown', this.#onPointer, true);
    window.addEventListener('resize', this.#close);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onPointer, true);
    window.removeEventListener('resize', this.#close);
  }

  protected override updated(changed: PropertyValues): void {
    const { width, height } = this.getBoundingClientRect();
    this.style.left = inside(this.x, width, window.innerWidth);
    this.style.top = inside(this.y, height, window.innerHeight);
    if (!changed.has('active')) return;
    this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')[this.active]?.focus();
  }

  protected override render() {
    const entries = this.#entries();
    const apps = entries.filter(({ group }) => group === 'apps').length;
    const rows = entries.map((entry, index) => this.#row(entry, index));
    return html`<div role="menu" aria-label="Message" @keydown=${this.#onKey}>
      ${
        apps === 0
          ? rows
          : html`<div role="group" aria-labelledby="apps">
                <div class="head" id="apps" role="presentation">Apps</div>
                ${rows.slice(0, apps)}
              </div>
              <div role="separator"></div>
              ${rows.slice(apps)}`
      }
    </div>`;
  }

  #row(entry: Entry, index: number): TemplateResult {
    return html`<div
      role="menuitem"
      tabindex=${index === this.active ? '0' : '-1'}
      @focus=${() => (this.active = index)}
      @click=${() => this.#run(entry)}
    >
      ${entry.label}
    </div>`;
  }

  #entries(): Entry[] {
    const { messageId } = this;
    const apps = this.commands
      .filter(({ type }) => (type as number) === messageCommand)
      .map((command): Entry => ({
        label: localName(command, this.locale),
        group: 'apps',
        run: () => emit(this, 'page-run-on-message', { messageId, name: command.name }),
      }));
    const show = (): void => emit(this, 'page-show-sent', { messageId });
    const copy = (): void => void navigator.clipboard?.writeText(this.text).catch(() => undefined);
    return [
      ...apps,
      { label: 'What the bot sent', group: 'page', run: show },
      ...(this.text === '' ? [] : [{ label: 'Copy text', group: 'page' as const, run: copy }]),
    ];
  }

  #run(entry: Entry): void {
    // Closing removes this element, and its events would no longer bubble.
    entry.run();
    this.#close();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const entries = this.#entries();
    const entry = entries[this.active];
    const moved = moveActive(event.key, this.active, entries.length);
    if (moved !== undefined) this.active = moved;
    else if (['Enter', ' '].includes(event.key) && entry) this.#run(entry);
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.#type(event, entries);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #type(event: KeyboardEvent, entries: readonly Entry[]): void {
    const labels = entries.map(({ label }) => label);
    const found = this.#word.find(event, labels, this.active);
    if (found >= 0) this.active = found;
  }

  readonly #onPointer = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#close();
  };

  readonly #close = (): void => {
    this.#restoreFocus();
    this.dispatchEvent(new CustomEvent('close'));
  };
}

/** Returns the menu's position on one axis, so that all of it is in the window. */
function inside(at: number, size: number, room: number): string {
  return `${Math.max(edge, Math.min(at, room - size - edge))}px`;
}

customElements.define('message-menu', MessageMenuElement);

declare global {
  interface HTMLElementTagNameMap {
    'message-menu': MessageMenuElement;
  }
}
