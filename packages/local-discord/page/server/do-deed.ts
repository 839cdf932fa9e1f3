import { ServerGone, type ApiClient, type Standpoint } from './api-client.ts';
import { describeDeed, type Deed, type DeedOutcome } from './deed.ts';
import type { DiscordLocale } from '../state/discord-locale.ts';
import type { PageChange } from '../state/page-change.ts';
import type { PageStore } from '../state/page-store.ts';

/** The dependencies of `doDeed`. */
export interface DeedParts {
  readonly store: PageStore;
  readonly api: ApiClient;
  readonly locale: DiscordLocale;
}

let lastKey = 0;

/** Returns a key that no other notice or deed of this page has. */
export function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** Acts as the viewer in the open channel. The outcome is applied to the state. */
export async function doDeed({ store, api, locale }: DeedParts, deed: Deed): Promise<void> {
  const at = standpoint(store);
  if (!at) return;
  const key = nextKey();
  const apply = (changes: readonly PageChange[]): void => {
    // If the viewer has changed, the outcome isn't the new viewer's.
    if (store.state.viewerId === at.as) for (const change of changes) store.apply(change);
  };
  if ('messageId' in deed) apply([{ is: 'touch-again', messageId: deed.messageId }]);
  if (!isTouch(deed) && deed.do !== 'dismiss') {
    apply([{ is: 'deed-started', deed: { key, channelId: at.in, label: describeDeed(deed) } }]);
  }
  const outcome = await api.act(at, locale, deed).catch((error: unknown): DeedOutcome => ({
    kind: 'refused',
    reason:
      error instanceof ServerGone
        ? 'The local Discord did not answer.'
        : String(error instanceof Error ? error.message : error),
  }));
  if (isTouch(deed)) apply([{ is: 'touch-ended', messageId: deed.messageId }]);
  apply([{ is: 'deed-ended', key }, ...changesFor(deed, outcome, at)]);
}

/** Returns the viewer and the open channel; undefined until the local Discord has answered. */
export function standpoint(store: PageStore): Standpoint | undefined {
  const { viewerId, channelId } = store.state;
  return viewerId === undefined || channelId === undefined
    ? undefined
    : { as: viewerId, in: channelId };
}

/**
 * Lists what an outcome changes on the page.
 *
 * @internal
 */
export function changesFor(
  deed: Deed,
  outcome: DeedOutcome,
  at: Standpoint,
): readonly PageChange[] {
  switch (outcome.kind) {
    case 'modal': {
      const { interactionId, modal } = outcome;
      return [{ is: 'modal', modal: { interactionId, modal } }];
    }
    case 'failed':
      return complain(deed, isTouch(deed) ? 'This interaction failed' : outcome.reason, at);
    case 'refused':
      return complain(deed, outcome.reason, at);
    case 'choices':
      return [];
    case 'replied':
    case 'updated':
    case 'deferred':
    case 'deleted':
    case undefined:
    default:
      return deed.do === 'submit-modal' ? [{ is: 'modal', modal: undefined }] : [];
  }
}

/** Buttons and menus show by themselves that they wait or that they failed. */
function isTouch(deed: Deed): deed is Extract<Deed, { do: 'press-button' | 'select' }> {
  return deed.do === 'press-button' || deed.do === 'select';
}

function complain(deed: Deed, reason: string, at: Standpoint): readonly PageChange[] {
  if (deed.do === 'submit-modal') return [{ is: 'modal-refused', reason }];
  if (isTouch(deed)) {
    return [{ is: 'touch-failed', messageId: deed.messageId, reason }];
  }
  const text = `${describeDeed(deed)} failed.`;
  return [{ is: 'noticed', notice: { key: nextKey(), channelId: at.in, text, reason } }];
}
