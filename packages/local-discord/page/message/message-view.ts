import type { APIMessage } from 'discord-api-types/v10';
import { html, LitElement, type PropertyValues } from 'lit';
import type { Lookup } from '../lookup.ts';
import { emit, type PageEvents } from '../page-events.ts';
import { mentionsUser } from '../state/mentions-user.ts';
import { buttonStyles } from './components/button-styles.ts';
import type { DrawContext } from './draw-context.ts';
import { drawMessage } from './draw-message.ts';
import { articleLabel } from './head/article-label.ts';
import { drawSystem, isSystemMessage } from './head/draw-system.ts';
import { markdownStyles } from './markdown/markdown-styles.ts';
import { createOutline } from './markdown/outline.ts';
import { menuPoint } from './menu-point.ts';
import { messageStyles } from './message-styles.ts';
import { dressSkyra } from './skyra/skyra.ts';
import { untilGivenUp } from './thinking.ts';

/** How long a pressed button waits for an answer, as in Discord. */
const ANSWER_WITHIN_MS = 3000;

dressSkyra();

/** A message, drawn as in Discord. It requests everything by events of the page. */
export class MessageViewElement extends LitElement {
  static override properties = {
    message: { attribute: false },
    lookup: { attribute: false },
    grouped: { type: Boolean, reflect: true },
    failed: { attribute: false },
    answered: { attribute: false },
    waiting: { attribute: false },
  };
  declare message: APIMessage;
  declare lookup: Lookup;
  /** Whether it follows a message of the same author, so that name and avatar are left out. */
  declare grouped: boolean;
  /** Why an interaction with this message failed. */
  declare failed: string | undefined;
  /** How many presses and choices have been answered. A change ends the waiting. */
  declare answered: number | undefined;
  /** The custom id of the button or menu that waits for an answer. */
  declare waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Redraws the message when the time to answer is over. */
  #giveUpTimer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [markdownStyles, buttonStyles, messageStyles];

  constructor() {
    super();
    this.grouped = false;
    this.addEventListener('contextmenu', this.#askForMenu);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'article');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#giveUpTimer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // An edit or a failure also answers a press.
    const isOver = changed.has('message') || changed.has('answered');
    if (isOver || (changed.has('failed') && this.failed)) this.#stopWaiting();
    this.setAttribute('aria-label', articleLabel(this.message, this.lookup));
    this.toggleAttribute('mentioned', this.#mentionsMe());
  }

  protected override updated(): void {
    clearTimeout(this.#giveUpTimer);
    const leftMs = untilGivenUp(this.message, this.lookup.now());
    if (leftMs === undefined || leftMs <= 0 || !this.isConnected) return;
    this.#giveUpTimer = setTimeout(() => this.requestUpdate(), leftMs);
  }

  protected override render() {
    const context: DrawContext = {
      message: this.message,
      lookup: this.lookup,
      waitingFor: this.waiting,
      outline: createOutline(),
      ask: this.#ask,
    };
    return html`${
        isSystemMessage(this.message)
          ? drawSystem(context)
          : drawMessage(context, { grouped: this.grouped, failed: this.failed })
      }
      <button
        type="button"
        class="more"
        aria-label="More for this message"
        aria-haspopup="menu"
        @click=${this.#askForMenu}
      >
        ⋯
      </button>`;
  }

  readonly #ask = <Name extends keyof PageEvents>(name: Name, detail: PageEvents[Name]): void => {
    if ('customId' in detail && (name === 'page-press' || name === 'page-select')) {
      this.waiting = detail.customId;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#stopWaiting(), ANSWER_WITHIN_MS);
    }
    emit(this, name, detail);
  };

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.waiting = undefined;
  }

  readonly #askForMenu = (event: MouseEvent): void => {
    const target = event.composedPath()[0];
    // Links and selected text keep the browser's menu.
    const isLink = target instanceof Element && target.closest('a') !== null;
    if (event.type === 'contextmenu' && (isLink || String(getSelection()) !== '')) return;
    event.preventDefault();
    const from = target instanceof Element ? target : this;
    const point = menuPoint(event, from.getBoundingClientRect());
    emit(this, 'page-message-menu', { messageId: this.message.id, ...point });
  };

  #mentionsMe(): boolean {
    const { meId } = this.lookup;
    return mentionsUser(this.message, meId, this.lookup.member(meId)?.roles ?? []);
  }
}

customElements.define('message-view', MessageViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'message-view': MessageViewElement;
  }
}
