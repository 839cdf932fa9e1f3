import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import { NO_OBSERVER } from '../observer.ts';
import type { Locks } from '../store/locks.ts';
import type { RecordStore } from '../store/record-store.ts';
import { UnwritableStoreError } from '../store/store-fault.ts';
import { createAlerts, isAlerting, type AlertParts } from './raise-alerts.ts';
import { serveSubscription, type ServingParts } from './serve-subscription.ts';
import { settleOrphans } from './settle-orphans.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** The dependencies of the scheduler. */
export interface SchedulerParts extends ServingParts, Pick<AlertParts, 'alerts' | 'alertClaims'> {
  readonly subscriptions: RecordStore<Subscription>;
  readonly locks: Locks;
  /** Tells the managers of a pause that they do not know of yet. */
  readonly tellPaused: (subscription: Subscription) => Promise<void>;
  /** Whether anything can be recorded. While nothing can, nothing is posted. */
  readonly isWritable?: () => boolean;
  readonly log: Log;
}

/** Issues the editions that are due. */
export interface Scheduler {
  /** Does everything that is due now; never rejects. A call during another one joins it. */
  tick(): Promise<void>;
  /** Ticks at once and then at every full minute. */
  start(): void;
  /** Resolves when the work in progress has ended; nothing starts after that. */
  stop(): Promise<void>;
}

/** How many channels are served at a time: enough for 50 requests a second if Discord answers within 300 ms. */
const CHANNELS_AT_ONCE = 16;

/** A subscription that need not be served until `until`, unless it changes or the clock is set back. */
interface Idle {
  readonly subscription: string;
  readonly channelId: string;
  readonly from: Date;
  readonly until: Date | undefined;
}

/** Creates the scheduler. What it remembers only saves work; the truth is in the stores. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { subscriptions, locks, clock, log } = parts;
  const { isWritable = () => true, observer = NO_OBSERVER } = parts;
  const alerts = createAlerts(parts);
  const idle = new Map<string, Idle>();
  /** Whether there may be pending editions without a subscription. After a start, nobody knows. */
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
      observer.schedulingGoesOn();
      running ??= serveAll()
        .catch((error: unknown) =>
          logUnlessUnwritable(error, {}, 'the schedules could not be read'),
        )
        .finally(() => {
          running = undefined;
          observer.schedulingGoesOn();
        });
    }
    return running ?? Promise.resolve();
  }

  function mayServe(): boolean {
    return !stopping.signal.aborted && isWritable();
  }

  /** The store's own watch says once for all that nothing can be stored. */
  function logUnlessUnwritable(err: unknown, about: object, text: string): void {
    if (!(err instanceof UnwritableStoreError)) log.error({ err, ...about }, text);
  }

  async function serveAll(): Promise<void> {
    if (!mayServe()) return;
    const channels = await collectDue();
    const serveNext = async (): Promise<void> => {
      for (let next = channels.shift(); next && mayServe(); next = channels.shift()) {
        const [channelId, keys] = next;
        await serveChannel(channelId, keys);
      }
    };
    await Promise.all(Array.from({ length: CHANNELS_AT_ONCE }, serveNext));
    if (mayHaveOrphans && mayServe()) mayHaveOrphans = await settleOrphans(parts);
  }

  /**
   * The subscriptions of one channel take turns, in this process and between several, so that none tells a story that
   * another is just telling. If another process serves the channel now, what it leaves is due at the next tick.
   */
  async function serveChannel(channelId: string, keys: readonly string[]): Promise<void> {
    try {
      await locks.hold(`channel:${channelId}`, async (lost) => {
        for (const key of keys) if (mayServe() && !lost.aborted) await serve(key);
      });
    } catch (error) {
      logUnlessUnwritable(error, { channel: channelId }, 'a channel could not be served');
    }
  }

  /** Collects the keys of the subscriptions to serve, by channel. */
  async function collectDue(): Promise<[channelId: string, keys: string[]][]> {
    const keys = new Map<string, string[]>();
    const seen = new Set<string>();
    for await (const [key, subscription] of subscriptions.list()) {
      seen.add(key);
      const known = idle.get(key);
      if (known && known.channelId !== subscription.channelId) mayHaveOrphans = true;
      if (isIdle(known, subscription, clock()) && !isAlerting(subscription)) continue;
      keys.set(subscription.channelId, [...(keys.get(subscription.channelId) ?? []), key]);
    }
    for (const key of idle.keys()) {
      if (seen.has(key)) continue;
      idle.delete(key);
      mayHaveOrphans = true;
    }
    return [...keys];
  }

  async function serve(key: string): Promise<void> {
    try {
      // Read again, because it may have been changed or removed while others were served.
      const subscription = await subscriptions.get(key);
      if (!subscription) return;
      if (!isIdle(idle.get(key), subscription, clock())) await serveSlots(key, subscription);
      // After the digest, which may tell the story.
      if (isAlerting(subscription) && (await alerts.raiseDue(key))) serveSoon(key);
    } catch (error) {
      logUnlessUnwritable(error, { subscription: key }, 'a subscription could not be served');
    }
    observer.schedulingGoesOn();
  }

  /** An alert that was not delivered has to be taken up again. */
  function serveSoon(key: string): void {
    const known = idle.get(key);
    if (known) idle.set(key, { ...known, until: known.from });
  }

  async function serveSlots(key: string, subscription: Subscription): Promise<void> {
    const from = clock();
    const until = await serveSubscription(subscription, parts);
    const { channelId, state } = subscription;
    if (state.kind === 'paused' && state.untold) await parts.tellPaused(subscription);
    else idle.set(key, { subscription: JSON.stringify(subscription), channelId, from, until });
  }
}

function isIdle(idle: Idle | undefined, subscription: Subscription, now: Date): boolean {
  if (!idle || idle.subscription !== JSON.stringify(subscription)) return false;
  // If the clock was set back behind `from`, what was found then does not count.
  return now >= idle.from && (idle.until === undefined || now < idle.until);
}
