import { createApiClient, type ApiClient } from '../server/api-client.ts';
import { parseAddress } from '../state/address.ts';
import { chooseDiscordLocale } from '../state/discord-locale.ts';
import type { DeedParts } from '../server/do-deed.ts';
import { openEventStream } from '../server/event-stream.ts';
import { recall } from '../state/memory.ts';
import { startState } from '../state/page-state.ts';
import { createPageStore, type PageStore } from '../state/page-store.ts';
import { createSync, type Sync } from '../server/sync.ts';
import { usableLocale } from '../state/usable-locale.ts';
import { keepBrowser, PREFERS_LIGHT } from './keep-browser.ts';

/** Widths below which channels and members are drawn over the messages. */
export const NARROW = '(max-width: 640px)';

/** Widths below which members do not stand beside the messages unless they are asked for. */
const CROWDED = '(max-width: 1000px)';

/** The page at work: what it knows, and what it can ask for. */
export interface RunningPage extends DeedParts {
  readonly store: PageStore;
  readonly api: ApiClient;
  readonly sync: Sync;
  /** BCP 47, as the browser says. */
  readonly language: string;
  readonly zone: string;
  readonly monotonic: () => number;
}

const monotonic = (): number => performance.now();

/** Puts the page to work in this browser: what was remembered, the address, and the local Discord. */
export function runPage(): RunningPage {
  const store = createPageStore(
    startState(
      recall(() => localStorage),
      {
        prefersLight: matchMedia(PREFERS_LIGHT).matches,
        isNarrow: matchMedia(CROWDED).matches,
        channelId: parseAddress(location.hash),
      },
    ),
  );
  const api = createApiClient((...request) => fetch(...request));
  const sync = createSync({ store, api, openStream: openEventStream, monotonic });
  keepBrowser(store, sync);
  sync.lookAs(store.state.viewerId);
  return {
    store,
    api,
    sync,
    monotonic,
    locale: chooseDiscordLocale(navigator.languages),
    language: usableLocale(navigator.languages),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
