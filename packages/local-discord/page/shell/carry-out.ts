import type { PageEvents } from '../page-events.ts';
import { addressOf } from '../state/address.ts';
import type { Deed } from '../server/deed.ts';
import { doDeed } from '../server/do-deed.ts';
import { moveClock } from '../server/move-clock.ts';
import { listVisible } from '../state/page-state.ts';
import type { RunningPage } from './running-page.ts';
import type { ShellAsk } from './shell-ask.ts';

type Handlers = { readonly [Name in keyof PageEvents]: (detail: PageEvents[Name]) => void };

/** What only `<local-discord>` can do, because it contains the other elements. */
export interface Stage {
  useCommand(name: string): void;
  openMenu(at: PageEvents['page-message-menu']): void;
  /** Focuses the side panel. */
  enterPanel(): void;
  showMessage(messageId: string): void;
}

/** Returns the handler of each event of the page. */
export function pageHandlers(page: RunningPage, stage: Stage): Handlers {
  const { store, sync } = page;
  const run = (deed: Deed): void => void doDeed(page, deed);
  return {
    'page-press': (detail) => run({ do: 'press-button', ...detail }),
    'page-select': ({ values, ...detail }) => run({ do: 'select', ...detail, values: [...values] }),
    'page-message-menu': (detail) => stage.openMenu(detail),
    'page-dismiss': (detail) => run({ do: 'dismiss', ...detail }),
    'page-show-message': ({ messageId }) => stage.showMessage(messageId),
    'page-open-channel': ({ channelId }) => {
      location.hash = addressOf(channelId);
    },
    'page-use-command': ({ name }) => stage.useCommand(name),
    'page-send': ({ content }) => run({ do: 'send-message', content }),
    'page-run': ({ name, options }) => run({ do: 'run-command', name, options }),
    'page-run-on-message': (detail) => run({ do: 'run-message-command', ...detail }),
    'page-show-sent': ({ messageId }) => {
      store.apply({ is: 'looks', looks: { panel: 'sent' } });
      void sync.showSent(messageId);
      stage.enterPanel();
    },
    'page-submit-modal': (detail) => run({ do: 'submit-modal', ...detail }),
    'page-close-modal': () => store.apply({ is: 'modal', modal: undefined }),
  };
}

/** Handles a request of an element of the shell. */
export function carryOutAsk(page: RunningPage, asked: ShellAsk): void {
  const { store, sync, monotonic } = page;
  switch (asked.to) {
    case 'look-as':
      sync.lookAs(asked.userId);
      break;
    case 'set-theme':
      store.apply({ is: 'looks', looks: { theme: asked.theme, chosenTheme: asked.theme } });
      break;
    case 'toggle-panel': {
      const isShown = store.state.looks.panel === asked.panel;
      if (asked.panel === 'sent' && !isShown) showNewestSent(page);
      const panel = isShown ? 'none' : asked.panel;
      store.apply({ is: 'looks', looks: { panel, navOpen: false } });
      break;
    }
    case 'close-panel':
      store.apply({ is: 'looks', looks: { panel: 'none' } });
      break;
    case 'open-nav':
      store.apply({ is: 'looks', looks: { navOpen: asked.open } });
      break;
    case 'attend':
      store.apply({ is: 'attention', attention: { isNewestInSight: asked.isNewestInSight } });
      break;
    case 'move-clock':
      void moveClock(page, asked.advanceMs, monotonic);
      break;
    case 'drop-notice':
      store.apply({ is: 'notice-read', key: asked.key });
      break;
    case 'drop-hint':
    default:
      store.apply({ is: 'looks', looks: { hintOpen: false } });
  }
}

/**
 * Shows the requests of the bot's newest message, unless a message of this channel was chosen
 * before.
 */
function showNewestSent({ store, sync }: RunningPage): void {
  const { view, sent, channelId } = store.state;
  if (sent?.channelId === channelId) return;
  const newest = listVisible(store.state).findLast(
    ({ author }) => author.id === view?.application.id,
  );
  if (newest) void sync.showSent(newest.id);
  else store.apply({ is: 'sent', sent: undefined });
}
