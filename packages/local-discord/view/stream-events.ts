import type { Snowflake } from 'discord-api-types/v10';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { RestContext } from '../rest/rest-app.ts';
import type { World } from '../state/world.ts';
import { translatePublished, translateViewUpdate } from './translate-event.ts';
import type { ViewEvent } from './view.ts';

/**
 * Limits of a stream of events.
 *
 * @internal
 */
export const streamLimits = {
  /** The interval of heartbeats, by which a lost connection is noticed. */
  heartbeatMs: 15_000,
  /** How many unread events end a stream. The page then reconnects and requests everything again. */
  eventsBehind: 1_000,
} as const;

/**
 * Streams a user's events until the reader disconnects. The stream contains every event after the response's
 * headers were sent. So a reader that then requests the view and the messages misses nothing.
 */
export function streamEvents(c: RestContext, world: World, userId: Snowflake): Response {
  return streamSSE(c, async (stream) => {
    const writer = createWriter(stream);
    const send = (events: readonly ViewEvent[]): void => {
      // Serialized now, because the world may change before they are read.
      for (const event of events) {
        writer.add(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
      }
    };
    const subscriptions = [
      world.feed.subscribe((published) => send(translatePublished(world, userId, published))),
      world.viewUpdates.subscribe((update) => send(translateViewUpdate(world, userId, update))),
    ];
    writer.add(': listening\n\n');
    const heartbeat = setInterval(() => writer.add(': still here\n\n'), streamLimits.heartbeatMs);
    heartbeat.unref();
    await writer.ended;
    clearInterval(heartbeat);
    for (const unsubscribe of subscriptions) unsubscribe();
  });
}

/** Writes texts one after the other. Ends if the reader disconnects or is too far behind. */
function createWriter(stream: SSEStreamingApi) {
  let behind = 0;
  let end!: () => void;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  stream.onAbort(end);
  const write = async (text: string): Promise<void> => {
    await stream.write(text);
    behind -= 1;
  };
  return {
    ended,
    add(text: string): void {
      if (behind >= streamLimits.eventsBehind) return end();
      behind += 1;
      void write(text);
    },
  };
}
