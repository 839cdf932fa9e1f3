import { addressOf, parseAddress } from '../state/address.ts';
import { guildOf, listChannels } from '../state/choose-channel.ts';
import { remember } from '../state/memory.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageStore } from '../state/page-store.ts';
import type { Sync } from '../server/sync.ts';

/** A media query that matches if the user prefers a light theme. */
export const PREFERS_LIGHT = '(prefers-color-scheme: light)';

/**
 * Synchronizes the browser's address, title, theme and storage with the page's state, in both
 * directions.
 */
export function keepBrowser(store: PageStore, sync: Sync): void {
  let addressed: string | undefined;
  store.subscribe((state) => {
    show(state);
    // Only if the channel changes, because a link that was just followed may be ahead of the state.
    if (!state.view || state.channelId === addressed) return;
    addressed = state.channelId;
    setAddress(state.channelId);
  });
  show(store.state);
  addEventListener('hashchange', () => {
    const channelId = parseAddress(location.hash);
    if (channelId === undefined) return;
    const { view } = store.state;
    const isKnown = view && listChannels(view).some(({ id }) => id === channelId);
    if (!isKnown) setAddress(store.state.channelId);
    else if (channelId !== store.state.channelId) sync.openChannel(channelId);
    store.apply({ is: 'looks', looks: { navOpen: false } });
  });
  matchMedia(PREFERS_LIGHT).addEventListener('change', ({ matches }) => {
    if (store.state.looks.chosenTheme) return;
    store.apply({ is: 'looks', looks: { theme: matches ? 'light' : 'dark' } });
  });
  document.addEventListener('visibilitychange', () => {
    store.apply({ is: 'attention', attention: { isPageVisible: !document.hidden } });
  });
}

function setAddress(channelId: string | undefined): void {
  if (channelId === undefined || parseAddress(location.hash) === channelId) return;
  history.replaceState(null, '', addressOf(channelId));
}

function show(state: PageState): void {
  document.documentElement.dataset['theme'] = state.looks.theme;
  document.title = titleOf(state);
  const { channelId, view } = state;
  if (!view || channelId === undefined) return;
  remember(() => localStorage, {
    ...(state.looks.chosenTheme ? { theme: state.looks.chosenTheme } : {}),
    viewerId: view.me.id,
    channelId,
    // The other panels aren't restored.
    panel: state.looks.panel === 'none' ? 'none' : 'members',
    hintDismissed: !state.looks.hintOpen,
    seen: state.seen,
  });
}

function titleOf({ view, channelId, unread }: PageState): string {
  if (!view) return 'Discord on this machine';
  const channel = listChannels(view).find(({ id }) => id === channelId);
  const count = Object.values(unread).reduce((sum, one) => sum + one.count, 0);
  const server = guildOf(view, channelId)?.name ?? 'Direct message';
  return `${count > 0 ? `(${count}) ` : ''}${channel?.name ?? ''} · ${server}`;
}
