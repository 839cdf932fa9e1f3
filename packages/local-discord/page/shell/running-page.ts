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

/** A media query for widths at which channels and members cover the messages. */
export const NARROW = '(max-width: 640px)';

/** A media query for widths at which the list of members is closed at first. */
const CROWDED = '(max-width: 1000px)';

/** The running page: its state and its connection to the local Discord. */
export interface RunningPage extends DeedParts {
  readonly store: PageStore;
  readonly api: ApiClient;
  readonly sync: Sync;
  /** BCP 47, from the browser. */
  readonly language: string;
  readonly zone: string;
  readonly monotonic: () => number;
}

const monotonic = (): number => performance.now();

/** Starts the page: restores the stored state, reads the address and connects to the local Discord. */
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
