import type { Snowflake } from 'discord-api-types/v10';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { RestContext } from '../rest/rest-app.ts';
import type { World } from '../state/world.ts';
import { translatePublished, translateWhisper } from './translate-event.ts';
import type { ViewEvent } from './view.ts';

/**
 * How a stream of events is kept alive and bounded.
 *
 * @internal
 */
export const streamLimits = {
  /** Something is sent at least this often, so that a connection that is gone is noticed. */
  heartbeatMs: 15_000,
  /** A reader that is this many events behind is cut off; it comes again and asks for everything. */
  eventsBehind: 1_000,
} as const;

/**
 * Streams what changes before a user's eyes until the reader goes. When the answer's head arrives,
 * nothing that happens from then on is lost: who then asks for the view and the messages has all.
 */
export function streamEvents(c: RestContext, world: World, userId: Snowflake): Response {
  return streamSSE(c, async (stream) => {
    const line = createLine(stream);
    const tell = (events: readonly ViewEvent[]): void => {
      // Written as they are now, however the world changes until they are read.
      for (const event of events) {
        line.add(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
      }
    };
    const ends = [
      world.feed.subscribe((published) => tell(translatePublished(world, userId, published))),
      world.whispers.subscribe((whisper) => tell(translateWhisper(world, userId, whisper))),
    ];
    line.add(': listening\n\n');
    const heartbeat = setInterval(() => line.add(': still here\n\n'), streamLimits.heartbeatMs);
    heartbeat.unref();
    await line.ended;
    clearInterval(heartbeat);
    for (const end of ends) end();
  });
}

/** Writes one piece after the other; ends when the reader has gone or is too far behind. */
function createLine(stream: SSEStreamingApi) {
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
