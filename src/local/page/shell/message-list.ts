import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ViewChannel } from '../../view/view.ts';
import type { Lookup } from '../lookup.ts';
import '../message/message-view.ts';
import { listRows, type Row } from '../state/list-rows.ts';
import type { PendingDeed } from '../state/page-state.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { icon } from './icons.ts';
import { messageListStyles } from './message-list-styles.ts';
import { ask } from './shell-ask.ts';

/** How near to the newest message, in pixels, counts as being there. */
const NEAR_PX = 48;

/** The messages of a channel; it follows the newest for as long as that is in sight. */
export class MessageList extends LitElement {
  static override properties = {
    channel: {},
    messages: {},
    loaded: {},
    newFrom: {},
    pending: {},
    failures: {},
    touches: {},
    lookup: {},
    isBehind: { state: true },
  };
  static override styles = [sharedStyles, messageListStyles];

  declare channel: ViewChannel;
  declare messages: readonly APIMessage[];
  declare loaded: boolean;
  declare newFrom: Snowflake | undefined;
  declare pending: readonly PendingDeed[];
  declare failures: Readonly<Record<Snowflake, string>>;
  declare touches: Readonly<Record<Snowflake, number>>;
  declare lookup: Lookup;
  declare isBehind: boolean;

  #follows = true;
  #lastTop = 0;
  /** What had the focus before the last drawing. */
  #focused: Element | undefined;
  readonly #sizes = new ResizeObserver(() => this.#keepUp());

  /** Brings a message into sight, if it is there still. */
  showMessage(messageId: Snowflake): void {
    const shown = [...this.renderRoot.querySelectorAll('message-view')].find(
      ({ message }) => message.id === messageId,
    );
    if (!shown) return;
    this.#setFollows(false);
    shown.scrollIntoView({ block: 'center' });
    shown.tabIndex = -1;
    shown.focus();
  }

  protected override render() {
    const rows = listRows(this.messages, { zone: this.lookup.zone, newFrom: this.newFrom });
    return html`<h2 class="only-heard">Messages</h2>
      <div
        class="scroller"
        role="log"
        aria-label=${`Messages in ${this.channel.name}`}
        aria-live="polite"
        aria-relevant="additions"
        aria-busy=${!this.loaded}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="rows">
          ${this.loaded ? this.#beginning() : html`<p class="beginning">Loading …</p>`}
          ${repeat(
            rows,
            ({ key }) => key,
            (row) => this.#row(row),
          )}
          ${this.pending.map(({ label }) => html`<p class="pending">Sending ${label} …</p>`)}
        </div>
      </div>
      ${
        this.isBehind
          ? html`<button class="jump" @click=${this.#jump}>
              Jump to the latest ${icon('down', 16)}
            </button>`
          : nothing
      }`;
  }

  protected override firstUpdated(): void {
    const rows = this.renderRoot.querySelector('.rows');
    if (rows) this.#sizes.observe(rows);
    this.#sizes.observe(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focused = (this.renderRoot as ShadowRoot).activeElement ?? undefined;
    const before: ViewChannel | undefined = changed.get('channel');
    if (changed.has('channel') && before?.id !== this.channel.id) this.#setFollows(true);
  }

  protected override updated(): void {
    this.#keepUp();
    // Who put a message away goes on from the list, not from the beginning of the page.
    if (this.#focused?.isConnected === false) this.#scroller()?.focus();
  }

  #beginning() {
    if (this.messages.length > 0) return nothing;
    return html`<p class="beginning">
      <strong>Welcome to ${this.channel.name}</strong>
      Nothing has been said here yet. Type / to see what the bot can do.
    </p>`;
  }

  #row(row: Row) {
    if (row.kind === 'new') return html`<div class="new" role="separator">New</div>`;
    if (row.kind === 'day') {
      const format = new Intl.DateTimeFormat(this.lookup.locale, {
        timeZone: this.lookup.zone,
        dateStyle: 'long',
      });
      return html`<div class="day" role="separator">${format.format(row.at)}</div>`;
    }
    return html`<message-view
      .message=${row.message}
      .lookup=${this.lookup}
      .grouped=${row.grouped}
      .failed=${this.failures[row.message.id]}
      .answered=${this.touches[row.message.id]}
    ></message-view>`;
  }

  /** Messages grow after they are drawn, as pictures come and menus open. */
  #keepUp(): void {
    const scroller = this.#scroller();
    if (!scroller || !this.#follows) return;
    scroller.scrollTop = scroller.scrollHeight;
    this.#lastTop = scroller.scrollTop;
  }

  readonly #scrolled = (): void => {
    const scroller = this.#scroller();
    if (!scroller) return;
    const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Only who scrolls up stops following: the list also grows between a scroll and its event.
    if (below < NEAR_PX) this.#setFollows(true);
    else if (scroller.scrollTop < this.#lastTop) this.#setFollows(false);
    this.#lastTop = scroller.scrollTop;
  };

  #setFollows(follows: boolean): void {
    if (this.#follows !== follows) ask(this, { to: 'attend', isNewestInSight: follows });
    this.#follows = follows;
    this.isBehind = !follows;
  }

  readonly #jump = (): void => {
    this.#setFollows(true);
    this.#keepUp();
    this.#scroller()?.focus();
  };

  #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroller');
  }
}

customElements.define('message-list', MessageList);

declare global {
  interface HTMLElementTagNameMap {
    'message-list': MessageList;
  }
}
