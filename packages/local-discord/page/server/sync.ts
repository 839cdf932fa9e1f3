import type { Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';
import { ServerRefused, type ApiClient } from './api-client.ts';
import type { OpenStream } from './stream-listener.ts';
import type { PageStore } from '../state/page-store.ts';

/** The dependencies of synchronization. */
export interface SyncParts {
  readonly store: PageStore;
  readonly api: ApiClient;
  readonly openStream: OpenStream;
  /** Milliseconds by a monotonic clock. */
  readonly monotonic: () => number;
}

/** Synchronizes the page's state with the local Discord. */
export interface Sync {
  /** Switches to a user's view; if undefined, to that of the local Discord's default user. */
  lookAs(viewerId: Snowflake | undefined): void;
  openChannel(channelId: Snowflake): void;
  showSent(messageId: Snowflake): Promise<void>;
}

/** Creates the synchronization. It subscribes first and then fetches, so that nothing is missed. */
export function createSync({ store, api, openStream, monotonic }: SyncParts): Sync {
  let close: (() => void) | undefined;
  /** Running fetches of messages, by viewer and channel. Two at once could overwrite each other. */
  const fetching = new Set<string>();

  const fetchView = async (): Promise<void> => {
    const { viewerId } = store.state;
    const view = await api.view(viewerId);
    if (store.state.viewerId !== viewerId) return;
    store.apply({ is: 'view', view, readAt: monotonic() });
  };

  const fetchChannel = async (): Promise<void> => {
    const { viewerId, channelId } = store.state;
    if (viewerId === undefined || channelId === undefined) return;
    const at = { as: viewerId, in: channelId };
    const fetch = `${viewerId}/${channelId}`;
    const needsMessages = store.state.messages[channelId]?.loaded !== true && !fetching.has(fetch);
    if (needsMessages) {
      fetching.add(fetch);
      store.apply({ is: 'fetch-started', channelId });
    }
    try {
      const [offered, read] = await Promise.all([
        api.commands(at),
        needsMessages ? api.messages(at) : undefined,
      ]);
      if (store.state.viewerId !== viewerId) return;
      store.apply({ is: 'commands', channelId, commands: offered.commands });
      if (read) store.apply({ is: 'fetched', channelId, messages: read.messages });
    } catch {
      // Either the server is gone, which the stream reports, or the channel is, and a new view follows.
    } finally {
      if (needsMessages) fetching.delete(fetch);
    }
  };

  /** Fetches everything again. Returns whether the local Discord answered. */
  const resync = async (): Promise<boolean> => {
    try {
      await fetchView();
    } catch (error) {
      const isUnknownViewer = error instanceof ServerRefused && store.state.viewerId !== undefined;
      // The viewer no longer exists, or never existed on this server.
      if (isUnknownViewer) lookAs(undefined);
      return isUnknownViewer;
    }
    await fetchChannel();
    return true;
  };

  /**
   * A stream ends if the server is gone or the viewer is unknown, but also by chance. A request
   * shows which.
   */
  const handleBreak = async (): Promise<void> => {
    if (!(await resync())) store.apply({ is: 'gone' });
  };

  const handleEvent = (event: ViewEvent): void => {
    switch (event.kind) {
      case 'view':
        void resync();
        break;
      case 'clock':
        store.apply({ is: 'clock', now: event.now, readAt: monotonic() });
        break;
      case 'message':
      case 'message-edit':
      case 'message-delete':
      default:
        store.apply({ is: 'message-event', event });
        if (event.kind === 'message-edit' && event.message.id === store.state.sent?.messageId) {
          void showSent(event.message.id);
        }
    }
  };

  const lookAs = (viewerId: Snowflake | undefined): void => {
    close?.();
    store.apply({ is: 'viewer', viewerId });
    close = openStream(viewerId, {
      opened: () => {
        store.apply({ is: 'live' });
        void resync();
      },
      event: handleEvent,
      broken: () => void handleBreak(),
    });
  };

  const showSent = async (messageId: Snowflake): Promise<void> => {
    const { viewerId, channelId } = store.state;
    if (viewerId === undefined || channelId === undefined) return;
    const sent = { channelId, messageId };
    if (store.state.sent?.messageId !== messageId) store.apply({ is: 'sent', sent });
    try {
      const answer = await api.sent({ as: viewerId, in: channelId }, messageId);
      if (store.state.sent?.messageId === messageId) {
        store.apply({ is: 'sent', sent: { ...sent, answer } });
      }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      store.apply({ is: 'sent', sent: { ...sent, problem } });
    }
  };

  return {
    lookAs,
    openChannel(channelId) {
      store.apply({ is: 'channel-opened', channelId });
      void fetchChannel();
    },
    showSent,
  };
}
