import type { Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';
import { ServerRefused, type ApiClient } from './api-client.ts';
import type { OpenStream } from './stream-listener.ts';
import type { PageStore } from '../state/page-store.ts';

/** What keeping the page in step needs. */
export interface SyncParts {
  readonly store: PageStore;
  readonly api: ApiClient;
  readonly openStream: OpenStream;
  /** Milliseconds by a clock that only runs. */
  readonly monotonic: () => number;
}

/** Keeps the page's state in step with the local Discord. */
export interface Sync {
  /** Looks through the eyes of a user, or of whom the local Discord proposes. */
  lookAs(viewerId: Snowflake | undefined): void;
  openChannel(channelId: Snowflake): void;
  showSent(messageId: Snowflake): Promise<void>;
}

/** Creates what keeps the page in step: it listens first and fetches then, so that nothing is missed. */
export function createSync({ store, api, openStream, monotonic }: SyncParts): Sync {
  let close: (() => void) | undefined;
  /** Fetches of messages that run, by viewer and channel: two at once could undo each other. */
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
      // Either nobody answers, and the stream says so, or the channel is gone, and a view follows.
    } finally {
      if (needsMessages) fetching.delete(fetch);
    }
  };

  /** Asks for everything again; returns whether anybody answered. */
  const resync = async (): Promise<boolean> => {
    try {
      await fetchView();
    } catch (error) {
      const isStranger = error instanceof ServerRefused && store.state.viewerId !== undefined;
      // Whoever was looked through is not here any more.
      if (isStranger) lookAs(undefined);
      return isStranger;
    }
    await fetchChannel();
    return true;
  };

  /** A stream ends where nobody is left to answer, for a user who is not here, or by mere chance. */
  const lookAfterBreak = async (): Promise<void> => {
    if (!(await resync())) store.apply({ is: 'gone' });
  };

  const hear = (event: ViewEvent): void => {
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
      event: hear,
      broken: () => void lookAfterBreak(),
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
