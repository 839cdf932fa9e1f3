import { describe, expect, it } from 'vitest';
import { ServerGone, ServerRefused, type ApiClient } from '../../../page/server/api-client.ts';
import type { StreamListener } from '../../../page/server/stream-listener.ts';
import { listVisible, startState } from '../../../page/state/page-state.ts';
import { createPageStore } from '../../../page/state/page-store.ts';
import { createSync } from '../../../page/server/sync.ts';
import { buildMessage, buildView } from '../build-page.ts';

function openPage(over: Partial<ApiClient> = {}, viewerId?: string) {
  const requested: string[] = [];
  const streams: { as: string | undefined; listener: StreamListener; isClosed: boolean }[] = [];
  const api: ApiClient = {
    view: async () => {
      requested.push('view');
      return buildView();
    },
    commands: async () => ({ commands: [] }),
    messages: async ({ in: channelId }) => {
      requested.push(`messages ${channelId}`);
      return { messages: [buildMessage('1')] };
    },
    sent: async () => ({ requests: [], usage: [] }),
    moveClock: async () => ({ now: 0 }),
    act: async () => ({ kind: 'replied' }),
    ...over,
  };
  const remembered = viewerId === undefined ? {} : { viewerId };
  const store = createPageStore(startState(remembered, { prefersLight: false, isNarrow: false }));
  const sync = createSync({
    store,
    api,
    openStream: (as, listener) => {
      const stream = { as, listener, isClosed: false };
      streams.push(stream);
      return () => {
        stream.isClosed = true;
      };
    },
    monotonic: () => 0,
  });
  sync.lookAs(viewerId);
  return { store, sync, streams, requested };
}

/** Waits until all resolved promises have been handled. */
const settle = async () => {
  await new Promise((resolve) => setImmediate(resolve));
};

describe('synchronization', () => {
  it('listens before it fetches', async () => {
    const { streams, requested, store } = openPage();
    await settle();
    expect(requested).toEqual([]);
    streams[0]?.listener.opened();
    await settle();
    expect(requested).toEqual(['view', 'messages 100']);
    expect(store.state).toMatchObject({ connection: 'live', viewerId: '5', channelId: '100' });
  });

  it('keeps events that arrive while it fetches', async () => {
    let answer: (() => void) | undefined;
    const { streams, store } = openPage({
      messages: async () =>
        await new Promise((resolve) => {
          answer = () => resolve({ messages: [buildMessage('1')] });
        }),
    });
    streams[0]?.listener.opened();
    await settle();
    streams[0]?.listener.event({ kind: 'message', channelId: '100', message: buildMessage('2') });
    answer?.();
    await settle();
    expect(listVisible(store.state).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('shows when the server does not answer, and fetches everything again when it does', async () => {
    let isUp = true;
    const { streams, store, requested } = openPage({
      view: async () => {
        if (!isUp) throw new ServerGone('Nobody answers.');
        return buildView();
      },
    });
    streams[0]?.listener.opened();
    await settle();
    isUp = false;
    streams[0]?.listener.broken();
    await settle();
    expect(store.state.connection).toBe('gone');
    requested.length = 0;
    isUp = true;
    streams[0]?.listener.opened();
    await settle();
    expect(store.state.connection).toBe('live');
    expect(requested).toEqual(['messages 100']);
  });

  it('does not report a broken stream while the server answers', async () => {
    const { streams, store } = openPage();
    streams[0]?.listener.opened();
    await settle();
    streams[0]?.listener.broken();
    await settle();
    expect(store.state.connection).toBe('live');
  });

  it('views as the default user if the remembered one does not exist', async () => {
    const { streams, store } = openPage(
      {
        view: async (as) => {
          if (as === '77') throw new ServerRefused('There is no such user.');
          return buildView();
        },
      },
      '77',
    );
    streams[0]?.listener.broken();
    await settle();
    expect(streams.map(({ as }) => as)).toEqual(['77', undefined]);
    expect(streams[0]?.isClosed).toBe(true);
    streams[1]?.listener.opened();
    await settle();
    expect(store.state.viewerId).toBe('5');
  });

  it('keeps the viewer if the server does not answer', async () => {
    const { streams, store } = openPage(
      {
        view: async () => {
          throw new ServerGone('Nobody answers.');
        },
      },
      '5',
    );
    streams[0]?.listener.broken();
    await settle();
    expect(streams).toHaveLength(1);
    expect(store.state).toMatchObject({ connection: 'gone', viewerId: '5' });
  });

  it('fetches a channel’s messages once', async () => {
    const { streams, sync, requested } = openPage();
    streams[0]?.listener.opened();
    await settle();
    sync.openChannel('200');
    sync.openChannel('200');
    await settle();
    sync.openChannel('100');
    await settle();
    expect(requested).toEqual(['view', 'messages 100', 'messages 200']);
  });

  it('shows why it cannot show the bot’s requests', async () => {
    const { streams, sync, store } = openPage({
      sent: async () => {
        throw new ServerRefused('There is no such message.');
      },
    });
    streams[0]?.listener.opened();
    await settle();
    await sync.showSent('1');
    expect(store.state.sent?.problem).toBe('There is no such message.');
  });
});
