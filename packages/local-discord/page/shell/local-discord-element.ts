import { html, LitElement, nothing } from 'lit';
import type { View } from '../../view/view.ts';
import type { OptionValue, PageEvents } from '../page-events.ts';
import { askChoices } from '../server/ask-choices.ts';
import { chooseChannel } from '../state/choose-channel.ts';
import type { PageState } from '../state/page-state.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { carryOutAsk, pageHandlers } from './carry-out.ts';
import { drawChat } from './chat/chat.ts';
import { focusInside, focusNextRegion } from './focus.ts';
import { keepAboveKeyboard } from './keep-above-keyboard.ts';
import { focusPath, handOnFocus } from './keep-focus.ts';
import { keepLookup } from './keep-lookup.ts';
import { localDiscordStyles } from './local-discord-styles.ts';
import { drawNavigation } from './sidebar/navigation.ts';
import { drawOpenedLayers } from './opened-layers.ts';
import { NARROW, runPage, type RunningPage } from './running-page.ts';
import type { ShellAsk } from './shell-ask.ts';
import { drawSidePanel } from './panels/side-panel.ts';

/** The whole client. It draws the state, and it is the only element that talks to the local Discord. */
export class LocalDiscordElement extends LitElement {
  static override properties = {
    state: { state: true },
    menu: { state: true },
    isNarrow: { state: true },
  };
  static override styles = [sharedStyles, localDiscordStyles];

  declare state: PageState;
  declare menu: PageEvents['page-message-menu'] | undefined;
  declare isNarrow: boolean;

  readonly #page: RunningPage = runPage();
  readonly #lookUp = keepLookup(this.#page);

  constructor() {
    super();
    this.state = this.#page.store.state;
    const narrow = matchMedia(NARROW);
    this.isNarrow = narrow.matches;
    narrow.addEventListener('change', ({ matches }) => {
      this.isNarrow = matches;
    });
    this.#page.store.subscribe((state) => {
      this.state = state;
    });
    const handlers = pageHandlers(this.#page, {
      useCommand: (name) => this.#composer()?.useCommand(name),
      openMenu: (at) => {
        this.menu = at;
      },
      enterPanel: () => {
        void this.updateComplete.then(() => this.renderRoot.querySelector('aside')?.focus());
      },
      showMessage: (id) => this.renderRoot.querySelector('message-list')?.showMessage(id),
    });
    for (const [name, handle] of Object.entries(handlers)) {
      this.addEventListener(name, (event) => {
        handle((event as CustomEvent<never>).detail);
      });
    }
    this.addEventListener('shell-ask', (event) => {
      carryOutAsk(this.#page, (event as CustomEvent<ShellAsk>).detail);
    });
    // On the document, because at first nothing in this element has the focus.
    document.addEventListener('keydown', (event) => this.#key(event));
    keepAboveKeyboard(this, visualViewport);
  }

  protected override willUpdate(): void {
    const path = focusPath();
    if (path.length === 0) return;
    // Once all elements are drawn, the focused one may have disappeared.
    requestAnimationFrame(() => handOnFocus(this.renderRoot as ShadowRoot, path));
  }

  protected override render() {
    const { view, connection } = this.state;
    return html`${
      connection === 'gone'
        ? html`<div class="banner" role="alert">
            The local Discord has stopped. Start it again with <b>npm start</b>; this page then
            reconnects by itself.
          </div>`
        : nothing
    }
    ${view ? this.#draw(this.state, view) : html`<p class="starting">Connecting …</p>`}`;
  }

  protected override updated(): void {
    if (!this.isNarrow) return;
    const drawer = this.state.looks.navOpen ? '.nav' : 'aside';
    const opened = this.renderRoot.querySelector(drawer);
    // An overlay takes the focus; otherwise it couldn't be reached by keyboard.
    const isElsewhere = !opened?.contains((this.renderRoot as ShadowRoot).activeElement);
    if (opened?.checkVisibility() && isElsewhere) focusInside(opened);
  }

  #draw(state: PageState, view: View) {
    const channel = chooseChannel(view, [state.channelId]);
    const commands = state.commands[channel.id] ?? NO_COMMANDS;
    const lookup = this.#lookUp({ view, channel, commands });
    const isDrawerOpen = state.looks.navOpen || state.looks.panel !== 'none';
    return html`<button class="plain-button skip" @click=${() => focusInside(this.#composer())}>
        Skip to the message box
      </button>
      ${drawNavigation(state, view, channel)}
      ${drawChat(state, channel, {
        lookup,
        autocomplete: this.#autocomplete,
        isCovered: this.isNarrow && isDrawerOpen,
      })}
      ${
        isDrawerOpen
          ? html`<button
              class="shade"
              aria-label="Back to the messages"
              @click=${() => this.#closeDrawers()}
            ></button>`
          : nothing
      }
      ${drawSidePanel(state, this.#page)}
      ${drawOpenedLayers(state, lookup, { at: this.menu, close: this.#closeMenu })}`;
  }

  readonly #closeMenu = (): void => {
    this.menu = undefined;
  };

  readonly #autocomplete = (
    name: string,
    focused: { readonly option: string; readonly value: string },
    options: Readonly<Record<string, OptionValue>>,
  ) => askChoices(this.#page, name, focused, options);

  #key(event: KeyboardEvent): void {
    if (event.key === 'F6') {
      event.preventDefault();
      focusNextRegion(this.renderRoot as ShadowRoot, event.shiftKey ? -1 : 1);
    }
    // Elements that handle Escape themselves prevent its default.
    if (event.key === 'Escape' && !event.defaultPrevented) this.#closeDrawers();
    if (isWriting(event)) focusInside(this.#composer());
  }

  #closeDrawers(): void {
    const { navOpen, panel } = this.state.looks;
    // Beside the messages, the list of members isn't a drawer.
    const closesPanel = panel !== 'none' && (this.isNarrow || panel !== 'members');
    if (!navOpen && !closesPanel) return;
    if (closesPanel) carryOutAsk(this.#page, { to: 'close-panel' });
    carryOutAsk(this.#page, { to: 'open-nav', open: false });
  }

  #composer() {
    return this.renderRoot.querySelector<HTMLElement & { useCommand(name: string): void }>(
      'composer-view',
    );
  }
}

/**
 * Tells whether a key is the beginning of a message: a letter that no other element uses. Space
 * scrolls.
 */
function isWriting({ key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  const [at] = focusPath();
  const isFree = at === undefined || at.matches('[data-region], [role=log]');
  return (
    isFree && key.length === 1 && key !== ' ' && !(ctrlKey || metaKey || altKey || defaultPrevented)
  );
}

const NO_COMMANDS: readonly never[] = [];

customElements.define('local-discord', LocalDiscordElement);
