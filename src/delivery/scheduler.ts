import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import type { RecordStore } from '../store/record-store.ts';
import { serveSubscription, type ServingParts } from './serve-subscription.ts';
import { settleOrphans } from './settle-orphans.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** What the scheduler works with. */
export interface SchedulerParts extends ServingParts {
  readonly subscriptions: RecordStore<Subscription>;
  /** Tells the managers of a pause of which they have still to be told. */
  readonly tellPaused: (subscription: Subscription) => Promise<void>;
  readonly log: Log;
}

/** Issues what is due. */
export interface Scheduler {
  /** Does everything that is due now; never rejects. While it works, further calls join it. */
  tick(): Promise<void>;
  /** Ticks at once and then at every full minute. */
  start(): void;
  /** Resolves when work in flight has ended; nothing starts after. */
  stop(): Promise<void>;
}

/** Channels that are served at once; the subscriptions of one channel take turns. */
const CHANNELS_AT_ONCE = 4;

/** When a subscription has to be looked at again, as long as it and the clock stay as they are. */
interface Idle {
  readonly subscription: string;
  readonly channelId: string;
  readonly from: Date;
  readonly until: Date | undefined;
}

/** Creates the scheduler. What it remembers only spares work: the stores say all that matters. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { subscriptions, clock, log } = parts;
  const idle = new Map<string, Idle>();
  /** Editions may be pending of which nobody knows any more; nobody can tell after a start. */
  let mayHaveOrphans = true;
  let running: Promise<void> | undefined;
  let ticker: Ticker | undefined;
  const stopping = new AbortController();

  return {
    tick,
    start() {
      if (stopping.signal.aborted) return;
      ticker ??= startTicker(tick, log);
      void tick();
    },
    async stop() {
      stopping.abort();
      await ticker?.stop();
      await running;
    },
  };

  function tick(): Promise<void> {
    if (!stopping.signal.aborted) {
      running ??= serveAll()
        .catch((error: unknown) => log.error({ err: error }, 'the schedules could not be read'))
        .finally(() => {
          running = undefined;
        });
    }
    return running ?? Promise.resolve();
  }

  async function serveAll(): Promise<void> {
    const channels = await collectDue();
    const serveNext = async (): Promise<void> => {
      for (let keys = channels.shift(); keys && !stopping.signal.aborted; keys = channels.shift()) {
        for (const key of keys) if (!stopping.signal.aborted) await serve(key);
      }
    };
    await Promise.all(Array.from({ length: CHANNELS_AT_ONCE }, serveNext));
    if (mayHaveOrphans && !stopping.signal.aborted) mayHaveOrphans = await settleOrphans(parts);
  }

  /** The keys of the subscriptions that need a look, channel by channel. */
  async function collectDue(): Promise<string[][]> {
    const keys = new Map<string, string[]>();
    const seen = new Set<string>();
    for await (const [key, subscription] of subscriptions.list()) {
      seen.add(key);
      const known = idle.get(key);
      if (known && known.channelId !== subscription.channelId) mayHaveOrphans = true;
      if (isIdle(known, subscription, clock())) continue;
      keys.set(subscription.channelId, [...(keys.get(subscription.channelId) ?? []), key]);
    }
    for (const key of idle.keys()) {
      if (seen.has(key)) continue;
      idle.delete(key);
      mayHaveOrphans = true;
    }
    return [...keys.values()];
  }

  async function serve(key: string): Promise<void> {
    try {
      // Read again: it may have been changed or removed while others had their turn.
      const subscription = await subscriptions.get(key);
      if (!subscription) return;
      const from = clock();
      const until = await serveSubscription(subscription, parts);
      const { channelId, state } = subscription;
      if (state.kind === 'paused' && state.untold) await parts.tellPaused(subscription);
      else idle.set(key, { subscription: JSON.stringify(subscription), channelId, from, until });
    } catch (error) {
      log.error({ err: error, subscription: key }, 'a subscription could not be served');
    }
  }
}

function isIdle(idle: Idle | undefined, subscription: Subscription, now: Date): boolean {
  if (!idle || idle.subscription !== JSON.stringify(subscription)) return false;
  // A clock set back behind `from` makes what was found then worthless.
  return now >= idle.from && (idle.until === undefined || now < idle.until);
}
