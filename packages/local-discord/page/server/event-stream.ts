import type { Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';
import type { StreamListener } from './stream-listener.ts';

/** How long to wait before connecting again. */
const RETRY_MS = 1_500;

const kinds: readonly ViewEvent['kind'][] = [
  'message',
  'message-edit',
  'message-delete',
  'view',
  'clock',
];

/**
 * Listens to a user's events and reconnects after each break. The function that it returns stops
 * it.
 */
export function openEventStream(as: Snowflake | undefined, listener: StreamListener): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const connect = (): void => {
    const opened = new EventSource(
      as === undefined ? '/local/events' : `/local/events?as=${encodeURIComponent(as)}`,
    );
    source = opened;
    opened.addEventListener('open', () => listener.opened());
    // The browser reconnects by itself, but gives up if another server answers in the meantime.
    opened.addEventListener('error', () => {
      opened.close();
      retry = setTimeout(connect, RETRY_MS);
      listener.broken();
    });
    for (const kind of kinds) {
      opened.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        listener.event({ kind, ...JSON.parse(data) } as ViewEvent);
      });
    }
  };
  connect();
  return () => {
    clearTimeout(retry);
    source?.close();
  };
}
