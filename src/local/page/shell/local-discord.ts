import { html, LitElement, nothing, type TemplateResult } from 'lit';
import '../composer/composer-view.ts';
import '../composer/message-menu.ts';
import '../composer/modal-view.ts';
import type { Lookup } from '../lookup.ts';
import type { OptionValue, PageEvents } from '../page-events.ts';
import { askChoices } from '../state/ask-choices.ts';
import { buildLookup } from '../state/build-lookup.ts';
import { guildOf, listChannels } from '../state/choose-channel.ts';
import { readClock } from '../state/page-clock.ts';
import { listVisible, type PageState } from '../state/page-state.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { carryOutAsk, pageHandlers } from './carry-out.ts';
import './channel-header.ts';
import './channel-list.ts';
import './first-hint.ts';
import { focusInside, focusNextRegion } from './focus.ts';
import { localDiscordStyles } from './local-discord-styles.ts';
import './message-list.ts';
import './notice-lines.ts';
import { runPage, type RunningPage } from './running-page.ts';
import './server-rail.ts';
import type { ShellAsk } from './shell-ask.ts';
import { drawSidePanel } from './side-panel.ts';
import './viewer-switch.ts';

/** The whole client: it draws the state, and alone speaks to the local Discord for all its parts. */
export class LocalDiscordElement extends LitElement {
  static override properties = { state: { state: true }, menu: { state: true } };
  static override styles = [sharedStyles, localDiscordStyles];

  declare state: PageState;
  declare menu: PageEvents['page-message-menu'] | undefined;

  readonly #page: RunningPage = runPage();
  #lookup: { readonly of: readonly unknown[]; readonly lookup: Lookup } | undefined;

  constructor() {
    super();
    this.state = this.#page.store.state;
    this.#page.store.subscribe((state) => {
      this.state = state;
    });
    const handlers = pageHandlers(this.#page, {
      useCommand: (name) => this.#composer()?.useCommand(name),
      openMenu: (at) => {
        this.menu = at;
      },
    });
    for (const [name, handle] of Object.entries(handlers)) {
      this.addEventListener(name, (event) => {
        handle((event as CustomEvent<never>).detail);
      });
    }
    this.addEventListener('shell-ask', (event) => {
      carryOutAsk(this.#page, (event as CustomEvent<ShellAsk>).detail);
    });
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  protected override render() {
    const { state } = this;
    return html`${
      state.connection === 'gone'
        ? html`<div class="banner" role="alert">
            The local Discord is gone: start it again with <b>npm start</b>. This page then goes on
            by itself.
          </div>`
        : nothing
    }
    ${state.view ? this.#draw(state, state.view) : html`<p class="starting">Connecting …</p>`}`;
  }

  #draw(state: PageState, view: NonNullable<PageState['view']>): TemplateResult {
    const channel = listChannels(view).find(({ id }) => id === state.channelId) ?? view.direct;
    const guild = guildOf(view, channel.id);
    const { theme, panel, navOpen, hintOpen } = state.looks;
    const commands = state.commands[channel.id] ?? [];
    const lookup = this.#lookUp(view, channel, commands);
    const here = <T extends { readonly channelId: string | undefined }>(all: readonly T[]) =>
      all.filter((one) => one.channelId === channel.id);
    return html`<button class="plain-button skip" @click=${() => focusInside(this.#composer())}>
        Skip to the message box
      </button>
      <div class="nav ${navOpen ? 'open' : ''}">
        <nav aria-label="Servers" data-region tabindex="-1">
          <server-rail
            .guilds=${view.guilds}
            .direct=${view.direct}
            .openId=${channel.id}
            .unread=${state.unread}
          ></server-rail>
        </nav>
        <nav aria-label="Channels" data-region tabindex="-1">
          <channel-list
            .heading=${guild?.name ?? 'Direct messages'}
            .channels=${guild?.channels ?? [view.direct]}
            .openId=${channel.id}
            .unread=${state.unread}
          ></channel-list>
        </nav>
        <viewer-switch .me=${view.me} .people=${view.people} .theme=${theme}></viewer-switch>
      </div>
      <main>
        <channel-header .channel=${channel} .panel=${panel} .navOpen=${navOpen}></channel-header>
        <section class="log" aria-label="Messages" data-region tabindex="-1">
          <message-list
            .channel=${channel}
            .messages=${listVisible(state)}
            .loaded=${state.messages[channel.id]?.loaded ?? false}
            .newFrom=${state.newFrom}
            .pending=${here(state.pending)}
            .failures=${state.failures}
            .lookup=${lookup}
          ></message-list>
        </section>
        <section class="foot" aria-label="Write" data-region tabindex="-1">
          ${
            hintOpen
              ? html`<first-hint .offered=${commands.map(({ name }) => name)}></first-hint>`
              : nothing
          }
          <notice-lines .notices=${here(state.notices)}></notice-lines>
          <composer-view
            .channel=${channel}
            .commands=${commands}
            .lookup=${lookup}
            .autocomplete=${this.#autocomplete}
          ></composer-view>
        </section>
      </main>
      ${
        navOpen || panel !== 'none'
          ? html`<button
              class="shade"
              aria-label="Back to the messages"
              @click=${() => this.#closeDrawers()}
            ></button>`
          : nothing
      }
      ${drawSidePanel(state, this.#page)} ${this.#drawOpened(state, lookup)}`;
  }

  /** What lies above everything: the modal and the menu of a message. */
  #drawOpened({ modal }: PageState, lookup: Lookup) {
    return html`${
      modal
        ? html`<modal-view
            .modal=${modal.modal}
            .interactionId=${modal.interactionId}
            .lookup=${lookup}
            .problem=${modal.problem}
          ></modal-view>`
        : nothing
    }
    ${
      this.menu
        ? html`<message-menu
            .commands=${this.state.commands[this.state.channelId ?? ''] ?? []}
            .messageId=${this.menu.messageId}
            .text=${this.#textOf(this.menu.messageId)}
            .x=${this.menu.x}
            .y=${this.menu.y}
            @close=${() => {
              this.menu = undefined;
            }}
          ></message-menu>`
        : nothing
    }`;
  }

  readonly #autocomplete = (
    name: string,
    focused: { readonly option: string; readonly value: string },
    options: Readonly<Record<string, OptionValue>>,
  ) => askChoices(this.#page, name, focused, options);

  /** The same lookup for the same place, so that messages are not drawn again without need. */
  #lookUp(...of: [...Parameters<typeof partsOf>]): Lookup {
    if (this.#lookup && of.every((part, at) => part === this.#lookup?.of[at])) {
      return this.#lookup.lookup;
    }
    const { language: locale, zone, store, monotonic } = this.#page;
    const now = (): number => {
      const { clock } = store.state;
      return clock ? readClock(clock, monotonic()) : Date.now();
    };
    const lookup = buildLookup({ ...partsOf(...of), locale, zone, now });
    this.#lookup = { of, lookup };
    return lookup;
  }

  #textOf(messageId: string): string {
    return listVisible(this.state).find(({ id }) => id === messageId)?.content ?? '';
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'F6') {
      event.preventDefault();
      focusNextRegion(this.renderRoot as ShadowRoot, event.shiftKey ? -1 : 1);
    }
    // Whoever closes something of their own with Escape says so.
    if (event.key === 'Escape' && !event.defaultPrevented) this.#closeDrawers();
  }

  #closeDrawers(): void {
    carryOutAsk(this.#page, { to: 'close-panel' });
    carryOutAsk(this.#page, { to: 'open-nav', open: false });
    focusInside(this.#composer());
  }

  #composer() {
    return this.renderRoot.querySelector<HTMLElement & { useCommand(name: string): void }>(
      'composer-view',
    );
  }
}

function partsOf(
  view: NonNullable<PageState['view']>,
  channel: ReturnType<typeof listChannels>[number],
  commands: PageState['commands'][string],
) {
  return { view, channel, commands };
}

customElements.define('local-discord', LocalDiscordElement);
