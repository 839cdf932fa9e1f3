import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ViewChannel } from '../../../view/view.ts';
import type { Lookup } from '../../lookup.ts';
import '../../message/message-view.ts';
import type { MessageViewElement } from '../../message/message-view.ts';
import { chooseHold } from '../../selectors/choose-hold.ts';
import { listRows, type Row } from '../../selectors/list-rows.ts';
import { byId } from '../../state/channel-messages.ts';
import type { PendingDeed } from '../../state/page-state.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import { icon } from '../icons.ts';
import { messageListStyles } from './message-list-styles.ts';
import { ReadingPosition } from './reading-position.ts';
import { ask } from '../shell-ask.ts';

/** The messages of a channel. It scrolls with new messages while the newest one is visible. */
export class MessageList extends LitElement {
  static override properties = {
    channel: {},
    messages: {},
    loaded: {},
    newFrom: {},
    startFrom: {},
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
  declare startFrom: Snowflake | undefined;
  declare pending: readonly PendingDeed[];
  declare failures: Readonly<Record<Snowflake, string>>;
  declare touches: Readonly<Record<Snowflake, number>>;
  declare lookup: Lookup;
  declare isBehind: boolean;

  /** Whether this channel's messages were loaded and the first scroll position was chosen. */
  #hasBegun = false;
  readonly #position = new ReadingPosition({
    scroller: () => this.#scroller(),
    row: (id) => this.#row(id),
    tell: (isAtEnd) => {
      this.isBehind = !isAtEnd;
      ask(this, { to: 'attend', isNewestInSight: isAtEnd });
    },
  });
  readonly #sizes = new ResizeObserver(() => this.#position.keepUp());

  /** Scrolls to a message, if it still exists, and focuses it. */
  showMessage(messageId: Snowflake): void {
    const shown = this.#row(messageId);
    if (!shown) return;
    this.#position.leave();
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
        @scroll=${() => this.#position.scrolled()}
        @wheel=${this.#touched}
        @touchmove=${this.#touched}
        @pointerdown=${this.#touched}
        @keydown=${this.#touched}
        @page-press=${() => this.#position.release()}
        @page-select=${() => this.#position.release()}
      >
        <div class="rows">
          ${this.loaded ? this.#beginning() : html`<p class="beginning">Loading …</p>`}
          ${repeat(
            rows,
            ({ key }) => key,
            (row) => this.#drawRow(row),
          )}
          ${this.pending.map(({ label }) => html`<p class="pending">Sending ${label} …</p>`)}
        </div>
      </div>
      ${
        this.isBehind
          ? html`<button class="jump" @click=${this.#jump}>
              <span>Jump to the latest</span> ${icon('down', 16)}
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
    const before: ViewChannel | undefined = changed.get('channel');
    const isOther = changed.has('channel') && before?.id !== this.channel.id;
    if (isOther || (!this.loaded && this.messages.length === 0)) {
      this.#hasBegun = false;
      this.#position.hold();
    }
    if (!this.#hasBegun && this.loaded) {
      this.#hasBegun = true;
      if (this.startFrom !== undefined) this.#position.hold(this.startFrom);
    } else if (this.#hasBegun && changed.has('messages')) {
      this.#take(changed.get('messages') ?? []);
    }
  }

  protected override updated(): void {
    this.#position.keepUp();
  }

  #take(before: readonly APIMessage[]): void {
    const newest = before.at(-1);
    const arrived = this.messages.filter((message) => !newest || byId(message, newest) > 0);
    const held = chooseHold(arrived, {
      meId: this.lookup.meId,
      isAtEnd: this.#position.isAtEnd,
      held: this.messages.find(({ id }) => id === this.#position.heldId),
    });
    if (held !== undefined) this.#position.hold(held);
  }

  #beginning() {
    if (this.messages.length > 0) return nothing;
    return html`<p class="beginning">
      <strong>Welcome to ${this.channel.name}</strong>
      There are no messages yet. Type / to see what the bot can do.
    </p>`;
  }

  #drawRow(row: Row) {
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

  #row(id: Snowflake): MessageViewElement | undefined {
    return [...this.renderRoot.querySelectorAll('message-view')].find(
      ({ message }) => message.id === id,
    );
  }

  readonly #touched = {
    handleEvent: () => this.#position.touched(),
    passive: true,
  };

  readonly #jump = (): void => {
    this.#position.hold();
    this.#position.keepUp();
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
